/** A predicate over code points: whether an encoding can write them as they are. */
export type Writable = (codePoint: number) => boolean;

const everything: Writable = () => true;

function unwritable(text: string, writable: Writable): string {
  if (writable === everything) return text;
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    out += writable(code) ? character : `&#x${code.toString(16).toUpperCase()};`;
  }
  return out;
}

/**
 * Text as character data: `&`, `<` and `>` become references (`>` too, so that no `]]>` can come about, XML 1.0
 * §2.4), carriage returns become `&#13;`, and what `writable` denies becomes a numeric character reference.
 */
export function escapeText(text: string, writable: Writable = everything): string {
  const escaped = /[&<>\r]/.test(text)
    ? text.replace(/[&<>\r]/g, (c) =>
        c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&#13;',
      )
    : text;
  return unwritable(escaped, writable);
}

/** Text as an attribute's value between `quote`s. Tabs and line ends become references, so that they survive reading. */
export function escapeAttribute(
  text: string,
  quote: '"' | "'" = '"',
  writable: Writable = everything,
): string {
  const escaped = text.replace(/[&<>"'\t\n\r]/g, (c) => {
    switch (c) {
      case '&':
        return '&amp;';
      case '<':
        return '&lt;';
      case '>':
        return '&gt;';
      case '"':
        return quote === '"' ? '&quot;' : c;
      case "'":
        return quote === "'" ? '&apos;' : c;
      default:
        return `&#${c.charCodeAt(0)};`;
    }
  });
  return unwritable(escaped, writable);
}

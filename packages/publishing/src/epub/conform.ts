import { lex } from '@chancery/xml';

/** Elements of XHTML that hold words only. A browser mends what else stands in them; a reader of EPUB may refuse the book. */
const phrases = new Set(
  'a abbr b bdi bdo cite code em h1 h2 h3 h4 h5 h6 i label mark p q s small span strong sub sup time u var'.split(
    ' ',
  ),
);

/** Elements that may not stand among words. */
const blocks = new Set(
  'article aside blockquote caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** What may stand in elements that hold only certain others, and what else is put into. */
const rows: Readonly<
  Record<string, { readonly holds: readonly string[]; readonly wrap: readonly string[] }>
> = {
  table: { holds: ['tr', 'thead', 'tbody', 'tfoot', 'caption', 'colgroup'], wrap: ['tr', 'td'] },
  tr: { holds: ['td', 'th'], wrap: ['td'] },
  ul: { holds: ['li'], wrap: ['li'] },
  ol: { holds: ['li'], wrap: ['li'] },
};

/** Attributes that any element may have. */
const common = /\s(?:id|class|lang|xml:lang|dir|title)="[^"]*"/g;

interface Open {
  readonly name: string;
  /** How it is written. */
  readonly as: string;
  readonly isPhrase: boolean;
  readonly wrap: readonly string[];
}

/**
 * A document whose elements stand where XHTML has them (HTML Living Standard, 3.2.5): a block among words is a line of
 * them, and what stands loose in a table or a list gets a place there. Encodings of other projects hold what no page does;
 * not a word is lost.
 */
export function conform(xhtml: string): string {
  return withoutDeadLinks(placed(xhtml));
}

/** A note whose callout stands in words that the edition does not print leads back to nowhere. */
function withoutDeadLinks(xhtml: string): string {
  const pieces = lex(xhtml).map(({ kind, start, end }) => ({
    isTag: kind === 'open' || kind === 'empty',
    text: xhtml.slice(start, end),
  }));
  const ids = new Set(
    pieces.flatMap(({ isTag, text }) => (isTag ? (/\sid="([^"]*)"/.exec(text)?.[1] ?? []) : [])),
  );
  const living = (tag: string) =>
    tag.replace(/\shref="#([^"]*)"/, (link, id: string) => (ids.has(id) ? link : ''));
  return pieces.map(({ isTag, text }) => (isTag ? living(text) : text)).join('');
}

function placed(xhtml: string): string {
  const open: Open[] = [];
  return lex(xhtml)
    .map(({ kind, start, end }) => {
      const text = xhtml.slice(start, end);
      const parent = open.at(-1);
      const wrap = (name: string | undefined) => {
        const row = parent?.as === parent?.name ? rows[parent?.name ?? ''] : undefined;
        return row && !row.holds.includes(name ?? '') ? row.wrap : [];
      };
      if (kind === 'close') {
        const closed = open.pop();
        return closed ? `</${closed.as}>${closing(closed.wrap)}` : text;
      }
      if (kind === 'text') {
        const around = text.trim() === '' ? [] : wrap(undefined);
        return `${opening(around)}${text}${closing(around)}`;
      }
      if (kind !== 'open' && kind !== 'empty') return text;
      const name = /^<([^\s/>]+)/.exec(text)?.[1] ?? '';
      const isAmongWords = parent?.isPhrase ?? false;
      const around = wrap(name);
      const isLine = isAmongWords && blocks.has(name);
      const as = isLine ? 'span' : name;
      const tag = isLine ? asLine(text, kind) : text;
      if (kind === 'empty') return `${opening(around)}${tag}${closing(around)}`;
      const isPhrase = around.length === 0 && (isAmongWords || phrases.has(name));
      open.push({ name, as, isPhrase: isPhrase || phrases.has(as), wrap: around });
      return `${opening(around)}${tag}`;
    })
    .join('');
}

function asLine(tag: string, kind: 'open' | 'empty'): string {
  const kept = (tag.match(common) ?? []).join('');
  const classed = / class="/.test(kept)
    ? kept.replace(' class="', ' class="line-of ')
    : `${kept} class="line-of"`;
  return `<span${classed}${kind === 'empty' ? '/' : ''}>`;
}

function opening(names: readonly string[]): string {
  return names.map((name) => `<${name}>`).join('');
}

function closing(names: readonly string[]): string {
  return names
    .toReversed()
    .map((name) => `</${name}>`)
    .join('');
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The controls that only XML 1.1 has, and only as references (XML 1.1 §2.2). */
const isControl = (code: number) => code < 32 && code !== 9 && code !== 10 && code !== 13;

/**
 * The character that a reference stands for (`&amp;`, `&#8212;`, `&#x2014;`), or undefined for a reference to a
 * declared entity, which is never expanded (XML 1.0 §4.1, §4.6), and for one to what is no character of XML 1.0.
 */
export function decodeReference(reference: string): string | undefined {
  const body = reference.slice(1, -1);
  if (!body.startsWith('#')) return PREDEFINED[body];
  const hexadecimal = body.startsWith('#x');
  const digits = body.slice(hexadecimal ? 2 : 1);
  if (!(hexadecimal ? /^[0-9a-fA-F]+$/ : /^[0-9]+$/).test(digits)) return undefined;
  const code = Number.parseInt(digits, hexadecimal ? 16 : 10);
  return code > 0x10ffff || isControl(code) ? undefined : String.fromCodePoint(code);
}

/** Character and predefined references decoded; references to other entities stay as written. */
export function decodeReferences(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&[^&;\s]+;/g, (reference) => decodeReference(reference) ?? reference);
}

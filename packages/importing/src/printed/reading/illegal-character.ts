/** Whether a unit of the source is none of the characters of XML 1.0 (§2.2): a control, or half of a surrogate pair. */
export function isIllegalAt(source: string, offset: number): boolean {
  const code = source.charCodeAt(offset);
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0d;
  if (code >= 0xd800 && code < 0xdc00) return !isBetween(source.charCodeAt(offset + 1), 0xdc00, 0xe000);
  if (code >= 0xdc00 && code < 0xe000) return !isBetween(source.charCodeAt(offset - 1), 0xd800, 0xdc00);
  return code === 0xfffe || code === 0xffff;
}

function isBetween(code: number, from: number, below: number): boolean {
  return code >= from && code < below;
}

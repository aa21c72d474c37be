/** An element's attributes by their names as written (`type`, `xml:id`, `xmlns:x`), values decoded. */
export type Attributes = Readonly<Record<string, string>>;

/** No attributes at all. */
export const noAttributes: Attributes = Object.freeze({});

/** Whether two sets of attributes say the same; their order does not count in XML. */
export function sameAttributes(a: Attributes, b: Attributes): boolean {
  if (a === b) return true;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

const NAME = /^[\p{L}_:][\p{L}\p{N}\p{M}_:.\-·]*$/u;

/** Throws a `RangeError` unless the value is a record of attribute names and strings. For attribute specs of the schema. */
export function validateAttributes(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError('The attributes of an element are a record of names and values.');
  }
  for (const [name, text] of Object.entries(value)) {
    if (!NAME.test(name)) throw new RangeError(`“${name}” is no attribute name.`);
    if (typeof text !== 'string') throw new RangeError(`The attribute “${name}” has no text as its value.`);
  }
}

/** Throws a `RangeError` unless the value is an XML name. */
export function validateName(value: unknown): void {
  if (typeof value !== 'string' || !NAME.test(value))
    throw new RangeError(`“${String(value)}” is no element name.`);
}

/** The last word of a name, as an identifier may have it; undefined for one without letters of the Latin alphabet. */
export function plainWord(name: string): string | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[a-z][a-z0-9-]*/g)?.at(-1);
}

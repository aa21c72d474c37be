/** A RELAX NG schema that takes any of the named elements as the root of a document. */
export function withStart(schema: string, names: readonly string[]): string {
  const references = names.map((name) => `<ref name="${name}"/>`).join('');
  return schema.replace(/<start>.*?<\/start>/s, `<start><choice>${references}</choice></start>`);
}

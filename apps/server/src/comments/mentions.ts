const mention = /@\[([\w-]{1,64})\]/g;

/** The ids of the people who are mentioned in a comment, each once. */
export function mentionsIn(body: string): string[] {
  return [...new Set([...body.matchAll(mention)].map(([, id = '']) => id))];
}

/** A comment with the names of the people in the place of their ids. */
export function withNames(body: string, nameOf: (id: string) => string | undefined): string {
  return body.replace(mention, (_, id: string) => `@${nameOf(id) ?? 'somebody'}`);
}

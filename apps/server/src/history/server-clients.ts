// The server's own edits have client names that no window can have: see `liveQuery`.

/** The client name of the step that writes the present version into the header as a point of revision. */
export const revisionClient = 'server:revision';

/** The client name of other edits of the header that the server makes: of points that lie further back. */
export const headerClient = 'server:header';

/** The client name of the step that gives a page an identifier, so that it can be referred to. */
export const pageClient = 'server:page';

/**
 * The client names of steps by which the server tells in the header who worked on the letter, and gives pages identifiers: they
 * are nobody's work on it.
 */
export const clericalClients = [revisionClient, headerClient, pageClient] as const;

/** Whether a step is one of them. */
export function isClerical(clientId: string): boolean {
  return clericalClients.some((each) => each === clientId);
}

/** The client name of steps that lead a letter back to a version. */
export function restoreClient(version: number): string {
  return `server:restore:${version}`;
}

/** The version that steps lead back to; undefined for all others. */
export function restoredVersion(clientId: string): number | undefined {
  const version = /^server:restore:(\d+)$/.exec(clientId)?.[1];
  return version === undefined ? undefined : Number(version);
}

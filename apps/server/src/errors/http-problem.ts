import type { ProblemKind } from '../contract/problem.js';

/** HTTP status and title of each kind of problem. */
export const problemStatus = {
  'bad-request': [400, 'The request is not as it should be'],
  'not-signed-in': [401, 'Not signed in'],
  'not-allowed': [403, 'Not allowed'],
  'not-found': [404, 'Not found'],
  'foreign-origin': [403, 'The request comes from another site'],
  'schema-unusable': [422, 'The schema cannot be used'],
  'not-mended': [422, 'The file cannot become a letter yet'],
  'image-refused': [422, 'The picture cannot be taken'],
  'text-refused': [422, 'The text cannot be taken'],
  lacking: [409, 'The letter is not ready for the next stage'],
  'password-refused': [422, 'The password cannot be used'],
  conflict: [409, 'This cannot be done as things stand'],
  gone: [410, 'No longer there'],
  stale: [409, 'Somebody else was first'],
  'too-large': [413, 'Too large'],
  'too-slow': [422, 'This takes too long'],
  'too-many-requests': [429, 'Too many requests'],
  'not-ready': [503, 'Not ready'],
  internal: [500, 'Something went wrong on the server'],
} as const satisfies Record<ProblemKind, readonly [number, string]>;

/** An answer that is an error for the client: thrown by a route, sent as `application/problem+json`. */
export class HttpProblem extends Error {
  override readonly name: string = 'HttpProblem';

  /** @param detail for people: what is wrong with this request and what to do */
  constructor(
    readonly kind: ProblemKind,
    readonly detail?: string,
  ) {
    super(detail ?? problemStatus[kind][1]);
  }
}

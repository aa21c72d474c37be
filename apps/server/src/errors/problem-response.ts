import type { Problem, ProblemKind } from '../contract/problem.js';
import { problemStatus } from './http-problem.js';

/** The `application/problem+json` response (RFC 9457) of a kind of problem. */
export function problemResponse(kind: ProblemKind, detail?: string, errors?: Problem['errors']): Response {
  const [status, title] = problemStatus[kind];
  const body: Problem = {
    type: `urn:chancery:problem:${kind}`,
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}

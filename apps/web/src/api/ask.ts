import { RequestFailed } from './request-failed.js';

interface Problem {
  type?: unknown;
  title?: unknown;
  detail?: unknown;
  errors?: unknown;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What is wrong with what was sent, field by field. */
function faultsIn(errors: unknown): string | undefined {
  if (!Array.isArray(errors)) return undefined;
  const messages = errors.map((error: { message?: unknown }) => asText(error.message));
  return asText(messages.filter((message) => message !== undefined).join(' '));
}

async function problemOf(response: Response): Promise<RequestFailed> {
  const kind = response.headers.get('content-type') ?? '';
  const problem: Problem = kind.includes('json') ? await response.json().catch(() => ({})) : {};
  const message =
    asText(problem.detail) ??
    faultsIn(problem.errors) ??
    asText(problem.title) ??
    `The server answered ${response.status}.`;
  return new RequestFailed(message, response.status, asText(problem.type) ?? 'about:blank');
}

/** The whole of an answer: the server may go away in the middle of it, too. */
async function whole(path: RequestInfo | URL, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init);
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, response);
}

/**
 * Sends a request and gives the answer, which is known to be a success.
 *
 * @throws RequestFailed when the server is out of reach or answers with a problem.
 */
export async function ask(path: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await whole(path, { credentials: 'same-origin', ...init }).catch(() => {
    throw new RequestFailed('The server cannot be reached.', 0, 'about:unreachable');
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

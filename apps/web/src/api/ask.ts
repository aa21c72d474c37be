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

/**
 * Sends a request and gives the answer, which is known to be a success.
 *
 * @throws RequestFailed when the server is out of reach or answers with a problem.
 */
export async function ask(path: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch {
    throw new RequestFailed('The server cannot be reached.', 0, 'about:unreachable');
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

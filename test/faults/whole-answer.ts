/** An answer that came to its end. */
export interface WholeAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly body: string;
}

/**
 * Asks a server that may go at any time; undefined where it is away, or went in the middle of its answer. Nothing of an
 * answer is left unread: what is cut off then would be an error that nobody awaits.
 */
export async function wholeAnswer(
  address: string,
  { cookie, timeout = 60_000 }: { readonly cookie?: string; readonly timeout?: number } = {},
): Promise<WholeAnswer | undefined> {
  try {
    const answer = await fetch(address, {
      headers: cookie === undefined ? {} : { cookie },
      signal: AbortSignal.timeout(timeout),
    });
    return { ok: answer.ok, status: answer.status, body: await answer.text() };
  } catch {
    return undefined;
  }
}

/** Why a request was not answered: the server's problem report (RFC 9457), or that there was no answer. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  /** The HTTP status, or 0 when the server could not be reached. */
  readonly status: number;
  /** The stable kind of the problem, as the server names it. */
  readonly type: string;

  constructor(message: string, status: number, type: string) {
    super(message);
    this.status = status;
    this.type = type;
  }

  /** Whether the person must sign in first. */
  get signedOut(): boolean {
    return this.status === 401;
  }
}

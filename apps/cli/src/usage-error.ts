/** The command was called in a way that cannot be meant: exit status 2. The message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

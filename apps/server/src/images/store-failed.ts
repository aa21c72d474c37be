import { HttpProblem } from '../errors/http-problem.js';

/** The store of the images cannot do what it was asked; `message` says why, and nothing that was in it is lost. */
export class StoreFailed extends HttpProblem {
  override readonly name: string = 'StoreFailed';
  /** It may be there again in a moment. */
  readonly isOutOfReach: boolean;

  constructor(override readonly cause: unknown) {
    const said = wordsOf(cause).join(' ');
    super('not-ready', `The images cannot be kept or fetched now: ${reasonOf(said)}`);
    this.isOutOfReach = outOfReach.test(said);
  }
}

const outOfReach = /ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ETIMEDOUT|EPIPE|Timeout|NetworkingError/;

/** What S3 answers, and what systems say of connections and disks, in plain words (Amazon S3 API, “Error responses”). */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/NoSuchBucket/, 'the bucket that CHANCERY_IMAGES names is not there. Make it, or name another.'],
  [
    /InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|ExpiredToken/,
    'the store does not accept the key. Look at AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  ],
  [
    /CredentialsProviderError/,
    'there is no key for the store. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  ],
  [
    /AccessDenied|Forbidden|403/,
    'the key may not do this in the bucket. It needs to read, write, delete and list.',
  ],
  [
    /PermanentRedirect|AuthorizationHeaderMalformed|301/,
    'the bucket is in another region. Name it in CHANCERY_IMAGES.',
  ],
  [/ENOSPC/, 'the disk is full. Make room, and try again.'],
  [outOfReach, 'their store is out of reach. Nothing is lost; try again in a moment.'],
];

function reasonOf(said: string): string {
  return (
    reasons.find(([sign]) => sign.test(said))?.[1] ??
    'their store answers with an error. Nothing is lost; try again in a moment.'
  );
}

/** The names and codes of an error and of what it came from. */
function wordsOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const { name, code, cause, $metadata } = error as {
    name: string;
    code?: unknown;
    cause?: unknown;
    $metadata?: { httpStatusCode?: unknown };
  };
  const parts =
    error instanceof AggregateError ? error.errors.flatMap((each) => wordsOf(each, depth + 1)) : [];
  return [
    name,
    String(code ?? ''),
    String($metadata?.httpStatusCode ?? ''),
    ...parts,
    ...wordsOf(cause, depth + 1),
  ];
}

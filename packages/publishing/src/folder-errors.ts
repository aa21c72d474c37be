import { PublishError } from './publish-error.js';

/** Another publication came between. */
export function overtaken(): PublishError {
  return new PublishError(
    'overtaken',
    'Another publication was made into the folder meanwhile, and what was to be kept of the last one may be gone. Publish again.',
  );
}

/** A file that lay ready is another one. */
export function damagedFile(path: string): PublishError {
  return new PublishError(
    'damaged-file',
    `The file for “${path}” is not what was made for it: it is damaged, or was changed meanwhile. Publish again.`,
  );
}

/** What the disk refused, in plain words; anything else as it is. */
export function asPublishError(error: unknown): unknown {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (error instanceof PublishError || typeof code !== 'string') return error;
  const why = plain[code] ?? message;
  return new PublishError(
    'not-written',
    `The edition could not be written: ${why}`,
    path ? { file: path } : {},
    {
      cause: error,
    },
  );
}

const plain: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full.',
  EDQUOT: 'no more may be written: your share of the disk is used up.',
  EACCES: 'the folder may not be written to.',
  EPERM: 'the folder may not be written to.',
  EROFS: 'the disk may only be read.',
  ENOTDIR: 'there is a file where a folder is needed.',
  EEXIST: 'there is a file where a folder is needed.',
  EBUSY: 'the folder is in use by another program.',
};

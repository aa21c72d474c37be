import { readFileSync, statSync } from 'node:fs';
import { lineAndColumn } from '@chancery/xml';
import { PublishError, type PublishPlace } from '../publish-error.js';
import type { OwnSetting } from './press-files.js';

/** In bytes: longer than any setting that is written by hand. */
const longest = 1_000_000;

/**
 * An edition's own setting. It is set where ours is: in a process that has no files but those of the volume, and no network.
 *
 * @throws {PublishError} `stylesheet` when it cannot be read, is too long, or holds what no text does
 */
export function readSetting(path: string): OwnSetting {
  const bytes = bytesOf(path);
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw refused('The Typst file is not in UTF-8. Save it in that encoding.', { file: path }, error);
  }
  const { index } = unwritable.exec(source) ?? {};
  if (index === undefined) return { path, source };
  const place = lineAndColumn(source, index);
  const number = (source.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw refused(`The Typst file holds the control character U+${number}. Take it out.`, {
    file: path,
    ...place,
  });
}

/** What no text editor writes, and the typesetter would take for a character of the text: control characters but tab and ends of lines. */
const unwritable = /(?![\t\n\r])\p{Cc}/u;

function bytesOf(path: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size <= longest) return readFileSync(path);
    const limit = longest.toLocaleString('en');
    throw refused(`The Typst file has ${size.toLocaleString('en')} bytes; a setting has ${limit} at most.`, {
      file: path,
    });
  } catch (error) {
    if (error instanceof PublishError) throw error;
    const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR';
    throw refused(
      isFolder ? 'This is a folder, and no Typst file.' : 'There is no such Typst file.',
      { file: path },
      error,
    );
  }
}

function refused(message: string, place: PublishPlace, cause?: unknown): PublishError {
  return new PublishError('stylesheet', message, place, cause === undefined ? {} : { cause });
}

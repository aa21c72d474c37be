import type { LetterDetail } from '@chancery/server/api';
import type { Writing } from '../editor/writing.js';

/** The volume's own file, inside the edition's folder. */
export const volumeFile = 'volume.xml';

/** What stands before `#` when a letter points into the file of its volume; nothing within that file itself. */
export function pathToVolume(letter: LetterDetail): string {
  if (letter.row.kind === 'front') return '';
  const folders = letter.path.split('/').length - 1;
  return `${'../'.repeat(folders)}${volumeFile}`;
}

/** The same for what is written beside a letter too: a note of the volume stands in the volume's file. */
export function pathFrom(writing: Writing, volumePath: string): string {
  return writing.path === volumeFile ? '' : volumePath;
}

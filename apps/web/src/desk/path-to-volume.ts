import type { LetterDetail } from '@chancery/server/api';

/** What stands before `#` when a letter points into the file of its volume; nothing within that file itself. */
export function pathToVolume(letter: LetterDetail): string {
  if (letter.row.kind === 'front') return '';
  const folders = letter.path.split('/').length - 1;
  return `${'../'.repeat(folders)}volume.xml`;
}

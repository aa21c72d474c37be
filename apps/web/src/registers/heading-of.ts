import type { EntryAnswer } from '@chancery/server/api';
import { titleCase } from '../letters/title-case.js';

/** “No. [6]. J. V. Stalin to F. Roosevelt”; the volume's own file has neither. */
export function headingOf({ number, title }: EntryAnswer['uses'][number]): string {
  const name = titleCase(title);
  if (number !== null) return `No. ${number}. ${name}`;
  return name || 'The volume’s own file';
}

import type { KeyingRow } from '@chancery/server/api';
import { titleCase } from '../letters/title-case.js';

/** “No. [7], F. Roosevelt to J. V. Stalin”. */
export function headingOf({ number, title }: Pick<KeyingRow, 'number' | 'title'>): string {
  const figure = number ? (number.supplied ? `No. [${number.text}]` : `No. ${number.text}`) : undefined;
  return [figure, titleCase(title)].filter(Boolean).join(', ');
}

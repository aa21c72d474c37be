import type { NewLetterRequest } from '@chancery/server/api';
import { fromEdtf } from '@chancery/tei';

/**
 * What somebody has written of a day, as EDTF.
 *
 * @throws {ImpossibleDate}
 */
export function saidDate(text: string): NonNullable<NewLetterRequest['date']> {
  const { cert, precision, ...value } = fromEdtf(text);
  return {
    ...value,
    ...(cert ? { cert: degree(cert) } : {}),
    ...(precision ? { precision: degree(precision) } : {}),
  };
}

function degree(word: string): 'unknown' | 'low' {
  return word === 'unknown' ? 'unknown' : 'low';
}

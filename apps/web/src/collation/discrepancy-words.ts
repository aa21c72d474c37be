import type { Collation } from '@chancery/server/api';

export type ShownDiscrepancy = Collation['discrepancies'][number];

const kinds: Record<ShownDiscrepancy['kind'], string> = {
  wording: 'wording',
  'only-a': 'in A only',
  'only-b': 'in B only',
  moved: 'in another place',
  case: 'capitals',
  punctuation: 'punctuation',
  division: 'hyphen or division',
  'line-end': 'line end',
  structure: 'paragraphs',
  markup: 'mark-up',
};

/** In what two readings differ. */
export function kindWords({ kind }: ShownDiscrepancy): string {
  return kinds[kind];
}

/** A reading as it is shown: what it has not is said. */
export function readingWords(
  { text, markup }: ShownDiscrepancy['a'],
  kind: ShownDiscrepancy['kind'],
): string {
  if (kind === 'markup')
    return `${text.trim()} (${markup === '' ? 'not marked' : markup.replaceAll('@', ' ')})`;
  const words = text.replaceAll('\n', ' ¶ ');
  if (words === '') return 'nothing';
  return words.trim() === '' ? 'a space' : words.trim();
}

/** Whether a discrepancy still keeps the letter from being made. */
export function isOpen({ decision }: ShownDiscrepancy): boolean {
  return decision === null || decision.choice === 'referred';
}

/** What stands after a decision. */
export function settledWords(discrepancy: ShownDiscrepancy): string | undefined {
  const { a, b, kind, decision } = discrepancy;
  switch (decision?.choice) {
    case 'a':
    case 'unclear':
      return readingWords(a, kind);
    case 'b':
      return readingWords(b, kind);
    case 'other':
      return decision.text ?? '';
    default:
      return undefined;
  }
}

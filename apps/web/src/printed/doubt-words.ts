import type { PrintedDoubt } from '@chancery/server/api';

/** What kinds of doubt are called. */
const kinds: Readonly<Record<string, string>> = {
  'title-page': 'Another title page',
  'text-unplaced': 'Words without a place',
  boundary: 'Does a document begin?',
  'number-misread': 'Number misread',
  'number-lost': 'Number lost',
  'number-doubtful': 'Number out of order',
  'date-misread': 'Date misread',
  'date-unread': 'Date not read',
  'sentence-cut': 'Sentence cut in two?',
  'page-end': 'End of a page?',
  hyphen: 'Hyphen or divided word?',
  closing: 'End of the letter?',
  'callout-misread': 'Callout misread',
  'callout-without-note': 'Callout without a note',
  'note-without-callout': 'Note without a callout',
  'note-displaced': 'Note out of place',
  'page-number': 'Number of a page',
  unplaced: 'Words without a place',
};

export function kindOfDoubt({ code }: Pick<PrintedDoubt, 'code'>): string {
  return kinds[code] ?? code;
}

/** What was decided, in the words of its choice. */
export function decidedWords({ decided, proposal, alternatives }: PrintedDoubt): string | undefined {
  if (!decided) return undefined;
  const chosen = [proposal, ...alternatives].find(
    ({ choice }) => choice === (decided.choice ?? proposal.choice),
  );
  return [chosen?.words ?? decided.choice, decided.value].filter(Boolean).join(': ');
}

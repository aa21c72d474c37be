import type { PrintedDecision, PrintedDoubt } from '@chancery/server/api';

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

/** The choice that holds; none where a value was given in the place of what is proposed. */
export function heldChoice({ decided, proposal, value }: PrintedDoubt): string | undefined {
  if (!decided) return undefined;
  const choice = decided.choice ?? proposal.choice;
  const isOther = choice === proposal.choice && decided.value !== undefined && decided.value !== value;
  return isOther ? undefined : choice;
}

/** What is decided by a choice, with the value that was filled in: where words can be left out that is the reason, and nothing else has one. */
export function decisionOf(
  { id, value: proposed, proposal, alternatives }: PrintedDoubt,
  choice: string,
  filledIn: string,
): PrintedDecision {
  const isReason = [proposal, ...alternatives].some((each) => each.choice === 'exclude');
  const value = filledIn.trim();
  const takesValue = proposed !== undefined && value !== '' && (!isReason || choice === 'exclude');
  return { id, choice, ...(takesValue ? { value } : {}) };
}

/** What was decided: the words of the choice, with the reason why words are left out; or the value that was given. */
export function decidedWords(doubt: PrintedDoubt): string | undefined {
  const { decided, proposal, alternatives } = doubt;
  if (!decided) return undefined;
  const held = heldChoice(doubt);
  if (held === undefined) return decided.value;
  const words = [proposal, ...alternatives].find(({ choice }) => choice === held)?.words ?? held;
  return held === 'exclude' && decided.value ? `${words}: ${decided.value}` : words;
}

const mostBeside = 280;

/** The end of a line that stands before the one in doubt, and the beginning of one after it: what lies far off only takes room. */
export function endOf(line: string): string {
  return line.length > mostBeside ? `… ${line.slice(-mostBeside).replace(/^\S*\s+/u, '')}` : line;
}

export function beginningOf(line: string): string {
  return line.length > mostBeside ? `${line.slice(0, mostBeside).replace(/\s+\S*$/u, '')} …` : line;
}

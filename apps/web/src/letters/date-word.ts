/** The word before a date in the calendar, by the kind of date. */
export function dateWord(type: string): string {
  return words[type] ?? '';
}

const words: Record<string, string> = {
  sent: 'Sent on',
  received: 'Received on',
  handed: 'Handed on',
  transmitted: 'On its way on',
  signed: 'Signed',
};

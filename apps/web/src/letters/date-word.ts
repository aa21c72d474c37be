/** The word before a date in the calendar, by the kind of date. */
export function dateWord(type: string): string {
  return words[type] ?? '';
}

const words: Record<string, string> = {
  sent: 'Sent on',
  received: 'Received on',
  handed: 'Handed on',
  signed: 'Signed',
};

/**
 * The date that the calendar shows for a letter: sent, else received, else handed, else signed, as the volume
 * prints it.
 */
export function shownDate<D extends { type: string }>(dates: readonly D[]): D | undefined {
  for (const type of Object.keys(words)) {
    const date = dates.find((one) => one.type === type);
    if (date) return date;
  }
  return dates[0];
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The day of a moment: “Today”, “Yesterday”, “28 November 2026”. */
export function dayWords(iso: string, now = new Date()): string {
  const date = new Date(iso);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return 'Today';
  if (date.toDateString() === yesterday.toDateString()) return 'Yesterday';
  return day.format(date);
}

/** The time of a moment: “10:44”. */
export function timeWords(iso: string): string {
  return time.format(new Date(iso));
}

/** Day and time: “Today 10:44”. */
export function momentWords(iso: string, now = new Date()): string {
  return `${dayWords(iso, now)} ${timeWords(iso)}`;
}

/** From when to when: “10:31–10:44”; of one minute, that one. */
export function spanWords(begun: string, ended: string, now = new Date()): string {
  const [from, to] = [timeWords(begun), timeWords(ended)];
  if (dayWords(begun, now) !== dayWords(ended, now)) return `${momentWords(begun, now)} to ${to}`;
  return from === to ? to : `${from}–${to}`;
}

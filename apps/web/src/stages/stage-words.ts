import { type Stage, stageLabel } from '@chancery/workflow';

/** A stage within a sentence: “first proof”. */
export function inWords(stage: Stage): string {
  return stageLabel(stage).toLowerCase();
}

/** Today where the person is, as `YYYY-MM-DD`. */
export function today(now: Date = new Date()): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const thisYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const withYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day in words: “12 May”, with its year where it is another than that of `on`. */
export function dayWords(day: string, on: string = today()): string {
  const date = new Date(`${day}T00:00:00Z`);
  return day.slice(0, 4) === on.slice(0, 4) ? thisYear.format(date) : withYear.format(date);
}

/** By when something is to be done: “until 12 May”, “due today”, “overdue since 12 May”. */
export function dueWords(day: string, on: string = today()): string {
  if (day === on) return 'due today';
  return day < on ? `overdue since ${dayWords(day, on)}` : `until ${dayWords(day, on)}`;
}

import type { PrintedHead } from '@chancery/server/api';

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** When a text was sent. */
export function sentAt(createdAt: string): string {
  return time.format(new Date(createdAt));
}

/** That a text was sent before. */
export function sameWords({ name, createdAt }: NonNullable<PrintedHead['sameAs']>): string {
  return `The same text as ${name}, sent ${sentAt(createdAt)}.`;
}

export const cancelledWords = 'The import is cancelled. No letter was made or touched.';

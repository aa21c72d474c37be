import type { AuditFilter, AuditPage } from '@chancery/server/api';
import { api } from './client.js';

/** A page of the log, the latest first; `before` is the `next` of the page before it. */
export async function getLog(
  editionId: string,
  filter: AuditFilter,
  before: string | undefined,
): Promise<AuditPage> {
  const query = { ...filter, ...(before === undefined ? {} : { before }) };
  return (await api.editions[':editionId'].log.$get({ param: { editionId }, query })).json();
}

/** Where the filtered log is to be had as a file. */
export function logFile(editionId: string, filter: AuditFilter, ending: 'csv' | 'jsonl'): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return `/api/editions/${encodeURIComponent(editionId)}/log.${ending}${query === '' ? '' : `?${query}`}`;
}

import type { ReturnedOutcome, ReturnedPlan, SeriesChoice } from '@chancery/server/api';
import { ask } from './ask.js';

const ofEdition = (editionId: string) => `/api/editions/${encodeURIComponent(editionId)}`;

/** All letters of an edition as files, in an archive. */
export async function getLetterFiles(editionId: string): Promise<Blob> {
  return (await ask(`${ofEdition(editionId)}/files.zip`)).blob();
}

async function send(path: string, archive: File, series: SeriesChoice): Promise<Response> {
  return ask(`${path}?${new URLSearchParams({ series })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: archive,
  });
}

/** What bringing an archive back would do. */
export async function planReturn(
  editionId: string,
  archive: File,
  series: SeriesChoice,
): Promise<ReturnedPlan> {
  return (await send(`${ofEdition(editionId)}/returned-files/plan`, archive, series)).json();
}

export async function bringBack(
  editionId: string,
  archive: File,
  series: SeriesChoice,
): Promise<ReturnedOutcome> {
  return (await send(`${ofEdition(editionId)}/returned-files`, archive, series)).json();
}

import { ask } from './ask.js';

/** All letters of an edition with their history, as a git bundle. */
export async function getHistoryBundle(editionId: string): Promise<Blob> {
  return (await ask(`/api/editions/${encodeURIComponent(editionId)}/history.bundle`)).blob();
}

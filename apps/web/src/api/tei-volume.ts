import type { MendChoice, TeiVolumePlan } from '@chancery/server/api';
import { ask } from './ask.js';

function send(
  archive: File,
  path: string,
  query: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Response> {
  const asked = new URLSearchParams({ name: archive.name.slice(-200), ...query });
  return ask(`/api/tei-volumes${path}?${asked}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: archive,
    ...(signal ? { signal } : {}),
  });
}

/** What the files of an archive would make. The server reads them no further once the signal is aborted. */
export async function planTeiVolume(archive: File, signal: AbortSignal): Promise<TeiVolumePlan> {
  return (await send(archive, '/plan', {}, signal)).json();
}

/** How files are brought in. */
export interface TeiVolumeChoice {
  readonly mend: MendChoice;
  /** What the volume is called, where the files do not say. */
  readonly title?: string;
}

/** Brings them in; answers the edition that they make. */
export async function bringTeiVolume(archive: File, choice: TeiVolumeChoice): Promise<string> {
  const made: { readonly editionId: string } = await (await send(archive, '', { ...choice })).json();
  return made.editionId;
}

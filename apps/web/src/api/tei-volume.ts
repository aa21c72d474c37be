import type { MendChoice, TeiVolumePlan } from '@chancery/server/api';
import { ask } from './ask.js';

/** An archive of TEI files that is to become a volume, sent from one that is there. */
export interface TeiVolumeSent {
  readonly editionId: string;
  readonly archive: File;
}

function send(
  { editionId, archive }: TeiVolumeSent,
  path: string,
  query: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Response> {
  const asked = new URLSearchParams({ name: archive.name.slice(-200), ...query });
  return ask(`/api/editions/${encodeURIComponent(editionId)}/tei-volumes${path}?${asked}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: archive,
    ...(signal ? { signal } : {}),
  });
}

/** What the files would make. The server reads them no further once the signal is aborted. */
export async function planTeiVolume(sent: TeiVolumeSent, signal: AbortSignal): Promise<TeiVolumePlan> {
  return (await send(sent, '/plan', {}, signal)).json();
}

/** How files are brought in. */
export interface TeiVolumeChoice {
  readonly mend: MendChoice;
  /** What the volume is called, where the files do not say. */
  readonly title?: string;
}

/** Brings them in; answers the edition that they make. */
export async function bringTeiVolume(sent: TeiVolumeSent, choice: TeiVolumeChoice): Promise<string> {
  const made: { readonly editionId: string } = await (await send(sent, '', { ...choice })).json();
  return made.editionId;
}

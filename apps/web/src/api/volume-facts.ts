import type {
  ArrangedVolume,
  Arrangement,
  LetterReferences,
  OrderedDocument,
  VolumeFacts,
  VolumeSettingsRequest,
} from '@chancery/server/api';
import { api } from './client.js';

const { volume } = api.editions[':editionId'];

/** The volume as a whole, without its letters: its rules and settings. */
export async function getVolumeFacts(editionId: string): Promise<VolumeFacts> {
  return (await volume.$get({ param: { editionId } })).json();
}

/** Letters in the order of the volume, from a place on. */
export async function getDocuments(
  editionId: string,
  part: { readonly offset: number; readonly limit: number },
): Promise<readonly OrderedDocument[]> {
  const query = { offset: String(part.offset), limit: String(part.limit) };
  return (await (await volume.documents.$get({ param: { editionId }, query })).json()).documents;
}

/** Changes the order or the register of messages not found, upon what was seen of the volume; gives it as it is then. */
export async function arrange(
  editionId: string,
  revision: string,
  change: Arrangement,
): Promise<ArrangedVolume> {
  return (await volume.arrangements.$post({ param: { editionId }, json: { revision, change } })).json();
}

/** Sets how the volume works, upon what was seen of it; gives it as it is then. */
export async function putVolumeSettings(
  editionId: string,
  settings: VolumeSettingsRequest,
): Promise<VolumeFacts> {
  return (await volume.settings.$put({ param: { editionId }, json: settings })).json();
}

/** What is at fault with the references of a letter, and what refers to it. */
export async function getLetterReferences(letterId: string): Promise<LetterReferences> {
  return (await api.letters[':letterId'].references.$get({ param: { letterId } })).json();
}

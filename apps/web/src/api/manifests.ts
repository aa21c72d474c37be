import type { LinkedImages, LinkRequest, ManifestLeaves } from '@chancery/server/api';
import { api } from './client.js';

const { images } = api.editions[':editionId'];

/** The leaves that a IIIF manifest of another house tells of. */
export async function getManifest(editionId: string, address: string): Promise<ManifestLeaves> {
  return (await images.manifest.$post({ param: { editionId }, json: { address } })).json();
}

/** Makes pictures that another house keeps leaves of the volume. */
export async function linkImages(editionId: string, wanted: LinkRequest): Promise<LinkedImages> {
  return (await images.linked.$post({ param: { editionId }, json: wanted })).json();
}

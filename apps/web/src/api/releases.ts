import type { PreflightAnswer, ReleaseChanges, ReleaseList, ReleaseRequest } from '@chancery/server/api';
import { api } from './client.js';

const edition = api.editions[':editionId'];
const release = edition.releases[':number'];

/** What stands against a release of a volume as it is now. */
export async function getPreflight(editionId: string): Promise<PreflightAnswer> {
  return (await edition.preflight.$get({ param: { editionId } })).json();
}

/** The releases of a volume, the latest first. */
export async function getReleases(editionId: string): Promise<ReleaseList> {
  return (await edition.releases.$get({ param: { editionId } })).json();
}

/** Signs a volume off as a release; gives the run of the press to follow. */
export async function signOff(editionId: string, json: ReleaseRequest): Promise<{ id: string }> {
  return (await edition.releases.$post({ param: { editionId }, json })).json();
}

/** Withdraws a release, with the reason that its address gives. */
export async function withdraw(editionId: string, number: string, reason: string): Promise<ReleaseList> {
  return (await release.withdrawal.$put({ param: { editionId, number }, json: { reason } })).json();
}

/** Makes the outputs of a release again; gives the run of the press to follow. */
export async function makeAgain(editionId: string, number: string): Promise<{ id: string }> {
  return (await release.outputs.$post({ param: { editionId, number } })).json();
}

/** What has changed since a release. */
export async function getChanges(editionId: string, number: string): Promise<ReleaseChanges> {
  return (await release.changes.$get({ param: { editionId, number }, query: {} })).json();
}

import type {
  InvitationAnswer,
  InvitationRequest,
  IssuedInvitation,
  IssuedLink,
  MemberAnswer,
} from '@chancery/server/api';
import type { Role } from '@chancery/workflow';
import { api } from './client.js';

const edition = api.editions[':editionId'];

/** The members of an edition, by name. */
export async function getMembers(editionId: string): Promise<MemberAnswer[]> {
  return (await (await edition.members.$get({ param: { editionId } })).json()).members;
}

export async function putRole(editionId: string, userId: string, role: Role): Promise<void> {
  await edition.members[':userId'].$put({ param: { editionId, userId }, json: { role } });
}

export async function removeMember(editionId: string, userId: string): Promise<void> {
  await edition.members[':userId'].$delete({ param: { editionId, userId } });
}

export async function issueSignInLink(editionId: string, userId: string): Promise<IssuedLink> {
  return (await edition.members[':userId']['sign-in-link'].$post({ param: { editionId, userId } })).json();
}

/** Invitations that nobody has accepted, the latest first. */
export async function getInvitations(editionId: string): Promise<InvitationAnswer[]> {
  return (await (await edition.invitations.$get({ param: { editionId } })).json()).invitations;
}

export async function invite(editionId: string, request: InvitationRequest): Promise<IssuedInvitation> {
  return (await edition.invitations.$post({ param: { editionId }, json: request })).json();
}

export async function renewInvitation(editionId: string, invitationId: string): Promise<IssuedInvitation> {
  const param = { editionId, invitationId };
  return (await edition.invitations[':invitationId'].renewal.$post({ param })).json();
}

export async function revokeInvitation(editionId: string, invitationId: string): Promise<void> {
  await edition.invitations[':invitationId'].$delete({ param: { editionId, invitationId } });
}

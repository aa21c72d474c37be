import type { Acceptance, AccountAnswer, InvitationView, SignInWays } from '@chancery/server/api';
import { api } from './client.js';

/** How one may sign in here, beside address and password. */
export async function getSignInWays(): Promise<SignInWays> {
  return (await api.auth.ways.$get()).json();
}

export async function signInByPassword(email: string, password: string): Promise<void> {
  await api.auth['sign-in'].email.$post({ json: { email, password } });
}

/** Signs in with the token of a link, and uses it up. */
export async function signInByLink(token: string): Promise<void> {
  await api.auth['sign-in'].link.$post({ json: { token } });
}

/** Where the OpenID provider is asked who one is. */
export async function beginOidc(): Promise<string> {
  return (await (await api.auth['sign-in'].oidc.$post()).json()).url;
}

/** The same, to connect the account one is signed in with. */
export async function connectOidc(): Promise<string> {
  return (await (await api.account.oidc.$post()).json()).url;
}

export async function signOut(): Promise<void> {
  await api.auth['sign-out'].$post();
}

export async function getAccount(): Promise<AccountAnswer> {
  return (await api.account.$get()).json();
}

export async function putAccount(name: string, email: string): Promise<AccountAnswer> {
  return (await api.account.$put({ json: { name, email } })).json();
}

/** @param current the old password, where it is asked for */
export async function putPassword(current: string | null, password: string): Promise<AccountAnswer> {
  return (await api.account.password.$put({ json: { current, password } })).json();
}

export async function signOutEverywhere(): Promise<void> {
  await api.account.sessions.$delete();
}

export async function endSession(sessionId: string): Promise<AccountAnswer> {
  return (await api.account.sessions[':sessionId'].$delete({ param: { sessionId } })).json();
}

/** What the invitation with this token is to. */
export async function getInvitation(token: string): Promise<InvitationView> {
  return (await api.invitation.$post({ json: { token } })).json();
}

/** Accepts an invitation, and gives the edition's id. */
export async function acceptInvitation(token: string, newPerson: Acceptance['newPerson']): Promise<string> {
  return (await (await api.invitation.acceptance.$post({ json: { token, newPerson } })).json()).editionId;
}

import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { z } from 'zod';
import type { Person } from '../contract/session.js';
import type { PrismaClient } from '../generated/client.js';
import { acceptAllFor, isInvited } from '../people/accept-invitation.js';
import { auditPerson } from './audit-person.js';
import { noteSeen } from './note-seen.js';
import { type OidcSettings, oidcPlugin, oidcProvider } from './oidc.js';
import { takeLinkToken } from './one-time-link.js';
import { hashPassword, isPassword } from './password.js';

const sessionSeconds = 30 * 24 * 60 * 60;

/** How somebody proved who they are when a session was opened. */
export type OpenedBy = 'password' | 'link' | 'invitation' | 'oidc';

/** Somebody who is signed in, and the session that says so. */
export interface Visit {
  readonly person: Person;
  readonly session: { readonly id: string; readonly openedBy: string; readonly openedAt: Date };
}

/** Signing in and out, and who somebody is. What signs in answers the cookies of a new session. */
export interface Auth {
  /** Who is behind the session cookie that these headers carry. */
  visitOf(headers: Headers): Promise<Visit | null>;
  /** The person of that visit. */
  personOf(headers: Headers): Promise<Person | null>;
  /** Undefined when address and password do not belong together; it takes as long for an address that nobody has. */
  signInByPassword(email: string, password: string, headers: Headers): Promise<string[] | undefined>;
  /** Undefined when the token was used, has expired, or never was one. */
  signInByLink(token: string, headers: Headers): Promise<string[] | undefined>;
  /** For somebody who has just proved who they are in another way. */
  signIn(userId: string, openedBy: OpenedBy, headers: Headers): Promise<string[]>;
  /** Ends the session. */
  signOut(headers: Headers): Promise<string[]>;
  readonly oidc?: Oidc;
}

/** Sign-in by an OpenID provider. */
export interface Oidc {
  readonly name: string;
  /** Where to send the browser, with the cookies that it has to come back with. */
  begin(headers: Headers): Promise<{ url: string; cookies: string[] }>;
  /** The same for somebody who is signed in and wants to be known by the provider from now on. */
  connect(headers: Headers): Promise<{ url: string; cookies: string[] }>;
  /** The browser is back: answers where it goes, signed in or with `?error=`. */
  finish(request: Request): Promise<Response>;
}

/** Opens a session for a person whom the caller vouches for. No address leads here. */
const vouching = {
  id: 'vouching',
  endpoints: {
    vouch: createAuthEndpoint.serverOnly(
      {
        method: 'POST',
        requireHeaders: true,
        body: z.object({ userId: z.string(), openedBy: z.string() }),
      },
      async (ctx) => {
        const { userId, openedBy } = ctx.body;
        const user = await ctx.context.internalAdapter.findUserById(userId);
        if (!user) throw new APIError('NOT_FOUND');
        const session = await ctx.context.internalAdapter.createSession(userId, false, { openedBy });
        await setSessionCookie(ctx, { session, user });
        return ctx.json(null);
      },
    ),
  },
} as const;

/**
 * Sign-in by better-auth, stored with Prisma.
 *
 * Passwords are hashed with argon2id; nobody can sign up by themself; signing in makes a new session and ends the one
 * that the browser had; nothing is reported to anybody, and no address of a client is kept.
 */
export function createAuth(options: {
  prisma: PrismaClient;
  secret: string;
  baseUrl: string;
  origins: readonly string[];
  oidc?: OidcSettings | undefined;
}): Auth {
  const { prisma, oidc } = options;
  const auth = betterAuth({
    appName: 'Chancery',
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: [...options.origins],
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    // Ours counts by address as well as by client, and all servers together.
    rateLimit: { enabled: false },
    session: {
      expiresIn: sessionSeconds,
      additionalFields: { openedBy: { type: 'string', required: false, input: false } },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    account: { updateAccountOnSignIn: false, accountLinking: { allowDifferentEmails: true } },
    user: {
      validateUserInfo: async ({ user, source }) => {
        if (source.action !== 'create-user') return undefined;
        // Whoever is new has to have been invited, at an address that the provider knows to be theirs.
        const isKnown = user.emailVerified === true && (await isInvited(prisma, user.email ?? ''));
        return isKnown ? undefined : { error: 'not_invited' };
      },
    },
    databaseHooks: {
      account: {
        create: {
          // Chancery asks the provider for nothing later on, so that nothing of this is of use to anybody but a thief.
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
      session: {
        create: {
          before: async (session, ctx) => {
            if (ctx?.path === '/sign-in/email') return { data: { ...session, openedBy: 'password' } };
            if (ctx?.path !== '/callback/:id') return undefined;
            await joinInvited(prisma, session.userId);
            return { data: { ...session, openedBy: 'oidc' } };
          },
          after: async (session, ctx) => {
            const { id, userId } = session;
            await prisma.$transaction(async (tx) => {
              const actor = await tx.user.findUniqueOrThrow({
                where: { id: userId },
                select: { id: true, name: true },
              });
              const details = { by: String(session.openedBy ?? 'link') };
              await auditPerson(tx, userId, { actor, action: 'signed-in', details });
            });
            const cookie = ctx?.context.authCookies.sessionToken.name;
            const before = cookie && (await ctx.getSignedCookie(cookie, ctx.context.secret));
            if (before) await prisma.session.deleteMany({ where: { token: before, NOT: { id } } });
          },
        },
      },
    },
    plugins: [vouching, ...(oidc ? [oidcPlugin(oidc)] : [])],
    advanced: { cookiePrefix: 'chancery', ipAddress: { disableIpTracking: true } },
    onAPIError: { errorURL: `${options.baseUrl}/sign-in` },
    // The sentence alone: what comes with it may name people, or be a token.
    logger: { level: 'error', log: (_level, message) => console.error(`Sign-in: ${message}`) },
  });

  const seen = noteSeen(prisma);

  async function visitOf(headers: Headers): Promise<Visit | null> {
    if (!headers.has('cookie')) return null;
    const found = await auth.api.getSession({ headers });
    if (!found) return null;
    const { user, session } = found;
    await seen(session.id, user.id);
    return {
      person: { id: user.id, name: user.name, email: user.email },
      session: { id: session.id, openedBy: session.openedBy ?? 'link', openedAt: session.createdAt },
    };
  }

  async function signIn(userId: string, openedBy: OpenedBy, headers: Headers): Promise<string[]> {
    const response = await auth.api.vouch({ body: { userId, openedBy }, headers, asResponse: true });
    if (!response.ok) throw new Error(`No session could be opened: ${response.status}`);
    return response.headers.getSetCookie();
  }

  return {
    visitOf,
    personOf: async (headers) => (await visitOf(headers))?.person ?? null,

    async signInByPassword(email, password, headers) {
      const body = { email, password };
      const response = await auth.api.signInEmail({ body, headers, asResponse: true });
      return response.ok ? response.headers.getSetCookie() : undefined;
    },

    async signInByLink(token, headers) {
      const userId = await prisma.$transaction((tx) => takeLinkToken(tx, token));
      return userId === undefined ? undefined : signIn(userId, 'link', headers);
    },

    signIn,

    async signOut(headers) {
      const response = await auth.api.signOut({ headers, asResponse: true });
      return response.headers.getSetCookie();
    },

    ...(oidc
      ? {
          oidc: {
            name: oidc.name,
            async begin(headers) {
              const response = await auth.api.signInSocial({
                body: { provider: oidcProvider, callbackURL: '/', errorCallbackURL: '/sign-in' },
                headers,
                asResponse: true,
              });
              return redirection(response);
            },
            async connect(headers) {
              const response = await auth.api.linkSocialAccount({
                body: { provider: oidcProvider, callbackURL: '/account', errorCallbackURL: '/account' },
                headers,
                asResponse: true,
              });
              return redirection(response);
            },
            finish: (request) => auth.handler(request),
          },
        }
      : {}),
  };
}

/** The OpenID provider could not be asked. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
}

async function redirection(response: Response): Promise<{ url: string; cookies: string[] }> {
  const answer = z.object({ url: z.string() }).safeParse(await response.json().catch(() => null));
  if (!response.ok || !answer.success) throw new ProviderAway();
  return { url: answer.data.url, cookies: response.headers.getSetCookie() };
}

/** Somebody comes from the provider: they join whatever they were invited to, and belong to something then. */
async function joinInvited(prisma: PrismaClient, userId: string): Promise<void> {
  const user = await prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, name: true, email: true, emailVerified: true },
  });
  if (user.emailVerified) await acceptAllFor(prisma, user);
  if ((await prisma.membership.count({ where: { userId } })) === 0)
    throw new APIError('FORBIDDEN', { code: 'not_invited', message: 'Not a member of any edition.' });
}

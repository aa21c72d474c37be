import { hash, verify } from '@node-rs/argon2';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { Person } from '../contract/session.js';
import type { PrismaClient } from '../generated/client.js';

/** How long a printed sign-in link may be used, in seconds. */
const linkSeconds = 12 * 60 * 60;

const sessionSeconds = 30 * 24 * 60 * 60;

/** Signing in and out, and who somebody is. */
export interface Auth {
  /** Answers better-auth's own addresses under `/api/auth`. */
  handle(request: Request): Promise<Response>;
  /** The person whose session cookie these headers carry. */
  personOf(headers: Headers): Promise<Person | null>;
  /** A new token for `/sign-in?token=…` that signs this person in once, within twelve hours. */
  issueLinkToken(email: string): Promise<string>;
  /** The cookies of a new session, or undefined when the token was used, has expired, or never was one. */
  redeemLinkToken(token: string, headers: Headers): Promise<string[] | undefined>;
}

/**
 * Sign-in by better-auth, stored with Prisma.
 *
 * Passwords are hashed with argon2id (OWASP's parameters); nobody can sign up by themself; link tokens are stored
 * as their SHA-256 and consumed atomically; nothing is reported to anybody.
 */
export function createAuth(options: {
  prisma: PrismaClient;
  secret: string;
  baseUrl: string;
  origins: readonly string[];
}): Auth {
  // `magicLink` hands its tokens to a mailer. Ours keeps the token for the one call that is waiting for it.
  const issued = new Map<string, string>();
  const auth = betterAuth({
    appName: 'Chancery',
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: [...options.origins],
    database: prismaAdapter(options.prisma, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    session: { expiresIn: sessionSeconds },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: {
        hash: (password) => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: linkSeconds,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token }) => {
          issued.set(email, token);
        },
      }),
    ],
    advanced: { cookiePrefix: 'chancery' },
    logger: { level: 'error' },
  });

  return {
    handle: (request) => auth.handler(request),

    async personOf(headers) {
      if (!headers.has('cookie')) return null;
      const found = await auth.api.getSession({ headers });
      return found && { id: found.user.id, name: found.user.name, email: found.user.email };
    },

    async issueLinkToken(email) {
      await auth.api.signInMagicLink({ body: { email }, headers: new Headers() });
      const token = issued.get(email);
      issued.delete(email);
      if (token === undefined) throw new Error(`No sign-in link was issued for ${email}`);
      return token;
    },

    async redeemLinkToken(token, headers) {
      const response = await auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true });
      return response.ok ? response.headers.getSetCookie() : undefined;
    },
  };
}

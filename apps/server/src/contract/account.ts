import { z } from '@hono/zod-openapi';
import { emailAddress, personName } from './people.js';
import { person } from './session.js';

export const signInRequest = z
  .object({ email: z.string().trim().toLowerCase().max(254), password: z.string().max(1_024) })
  .openapi('SignInRequest');

/** How one may sign in here, beside address and password and links. */
export const signInWays = z
  .object({
    oidc: z
      .string()
      .nullable()
      .openapi({ description: 'the name of the OpenID provider, where there is one' }),
  })
  .openapi('SignInWays');

/** Somewhere that a person is signed in. */
export const openSession = z
  .object({
    id: z.string(),
    here: z.boolean().openapi({ description: 'the session of this request' }),
    userAgent: z.string().nullable(),
    openedBy: z.string().openapi({ description: '`password`, `link`, `invitation` or `oidc`' }),
    since: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
  })
  .openapi('OpenSession');

/** What a person sees of their own account. */
export const account = z
  .object({
    person,
    hasPassword: z.boolean(),
    asksPassword: z
      .boolean()
      .openapi({ description: 'whether the old password is asked for when a new one is set' }),
    oidc: z.object({ name: z.string(), connected: z.boolean() }).nullable(),
    sessions: z.array(openSession),
  })
  .openapi('Account');

export const accountChange = z.object({ name: personName, email: emailAddress }).openapi('AccountChange');

export const passwordChange = z
  .object({ current: z.string().max(1_024).nullable(), password: z.string().max(1_024) })
  .openapi('PasswordChange');

export type AccountAnswer = z.infer<typeof account>;
export type SignInWays = z.infer<typeof signInWays>;

import { roles } from '@chancery/workflow';
import { oneLine } from '@chancery/xml';
import { z } from '@hono/zod-openapi';

const role = z.enum(roles);

/** A person's name, as the desk and the log show it. */
export const personName = z
  .string()
  .trim()
  .min(1, 'Write a name.')
  .max(100, 'A name has at most 100 signs.')
  .regex(oneLine, 'A name is one line.');

/** An address of mail: what one signs in with. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('This is no address such as name@example.org.'));

/** Somebody who belongs to an edition. */
export const member = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    since: z.iso.datetime(),
    email: z.string().nullable().openapi({ description: 'null unless you manage the members' }),
    lastSeenAt: z.iso
      .datetime()
      .nullable()
      .openapi({ description: 'to the minute; null for never, and unless you manage the members' }),
  })
  .openapi('Member');

/** An invitation that nobody has accepted. */
export const invitation = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    role,
    invitedBy: z.string().nullable().openapi({ description: 'a name; null for somebody who has left' }),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    state: z.enum(['pending', 'expired']),
  })
  .openapi('Invitation');

export const invitationRequest = z
  .object({ name: personName, email: emailAddress.nullable(), role })
  .openapi('InvitationRequest');

/**
 * A link that was just made. It is shown this once: what is kept of it leads nobody anywhere. Where it went by mail, it
 * is not shown, so that only who reads mail at that address can follow it.
 */
export const issuedLink = z
  .object({
    link: z.string().nullable().openapi({ description: 'to be copied; null when it was sent' }),
    mailedTo: z.string().nullable(),
    mailFault: z.string().nullable().openapi({ description: 'why the mail could not be sent' }),
  })
  .openapi('IssuedLink');

export const issuedInvitation = issuedLink.extend({ invitation }).openapi('IssuedInvitation');

export const roleChange = z.object({ role }).openapi('RoleChange');

const token = z.string().min(1).max(128);

export const tokenRequest = z.object({ token }).openapi('TokenRequest');

/** An invitation as whoever holds its link sees it. */
export const invitationView = z
  .object({
    edition: z.string(),
    editionId: z.string(),
    role,
    name: z.string(),
    email: z.string().nullable(),
    invitedBy: z.string().nullable(),
    expiresAt: z.iso.datetime(),
    hasAccount: z.boolean().openapi({ description: 'whether somebody signs in with `email` already' }),
  })
  .openapi('InvitationView');

/** Accepting an invitation: as who is signed in, or as somebody new. */
export const acceptance = z
  .object({
    token,
    newPerson: z
      .object({ name: personName, email: emailAddress, password: z.string().max(1_024) })
      .nullable(),
  })
  .openapi('Acceptance');

export type MemberAnswer = z.infer<typeof member>;
export type InvitationAnswer = z.infer<typeof invitation>;
export type InvitationRequest = z.infer<typeof invitationRequest>;
export type InvitationView = z.infer<typeof invitationView>;
export type IssuedLink = z.infer<typeof issuedLink>;
export type IssuedInvitation = z.infer<typeof issuedInvitation>;
export type Acceptance = z.infer<typeof acceptance>;

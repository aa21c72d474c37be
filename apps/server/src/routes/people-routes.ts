import { may } from '@chancery/workflow';
import { createRoute, z } from '@hono/zod-openapi';
import {
  acceptance,
  invitation,
  invitationRequest,
  invitationView,
  issuedInvitation,
  issuedLink,
  member,
  roleChange,
  tokenRequest,
} from '../contract/people.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { invitationMail, signInMail } from '../mail/mails.js';
import { sendLink } from '../mail/send-link.js';
import { acceptAs, acceptAsNew, findInvitation } from '../people/accept-invitation.js';
import {
  type Invited,
  invite,
  openInvitations,
  renewInvitation,
  revokeInvitation,
} from '../people/invite.js';
import { changeRole, issueSignInLink, membersOf, removeMember } from '../people/members.js';
import { perClient, takeAttempt } from '../sign-in/attempts.js';
import { clientOf } from '../sign-in/client-of.js';
import { signedIn } from '../signed-in.js';
import { json, jsonBody, newRouter, otherwise, withCookies } from './router.js';

const editionParams = z.object({ editionId: z.string().max(128) });
const memberParams = editionParams.extend({ userId: z.string().max(64) });
const invitationParams = editionParams.extend({ invitationId: z.string().max(64) });
const nothing = { 204: { description: 'Done' }, ...otherwise };

/** Who belongs to an edition, and how they come to. */
export function peopleRoutes(house: House) {
  const { prisma } = house;

  /** The link goes by mail where that can be; else it is answered, this once. */
  async function issued(editionId: string, { invitation: made, token }: Invited, by: string) {
    const { title } = await prisma.edition.findUniqueOrThrow({
      where: { id: editionId },
      select: { title: true },
    });
    const link = `${house.address}/invitation#${token}`;
    const sent = await sendLink(house.mailer, made.email, link, (there) =>
      invitationMail({ edition: title, invitedBy: by, name: made.name, role: made.role, link: there }),
    );
    if (sent.mailedTo !== null)
      await prisma.invitation.updateMany({ where: { id: made.id }, data: { mailed: true } });
    return { ...sent, invitation: made };
  }

  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/members',
        summary: 'Who belongs to the edition',
        middleware: guard(house, 'GET /api/editions/:editionId/members'),
        request: { params: editionParams },
        responses: { 200: json(z.object({ members: z.array(member) }), 'By name'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const isManager = may(c.var.role, 'manage-members');
        return c.json({ members: await membersOf(prisma, editionId, isManager) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/editions/{editionId}/members/{userId}',
        summary: 'Give a member another role',
        middleware: guard(house, 'PUT /api/editions/:editionId/members/:userId'),
        request: { params: memberParams, body: jsonBody(roleChange) },
        responses: nothing,
      }),
      async (c) => {
        const { editionId, userId } = c.req.valid('param');
        await changeRole(prisma, editionId, userId, c.req.valid('json').role, signedIn(c.var));
        await house.desk.rightsChanged(userId);
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/editions/{editionId}/members/{userId}',
        summary: 'End a membership',
        middleware: guard(house, 'DELETE /api/editions/:editionId/members/:userId'),
        request: { params: memberParams },
        responses: nothing,
      }),
      async (c) => {
        const { editionId, userId } = c.req.valid('param');
        await removeMember(prisma, editionId, userId, signedIn(c.var));
        await house.desk.rightsChanged(userId);
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/members/{userId}/sign-in-link',
        summary: 'Issue a sign-in link for a member who has lost the way in',
        middleware: guard(house, 'POST /api/editions/:editionId/members/:userId/sign-in-link'),
        request: { params: memberParams },
        responses: { 201: json(issuedLink, 'Shown this once'), ...otherwise },
      }),
      async (c) => {
        const { editionId, userId } = c.req.valid('param');
        const by = signedIn(c.var);
        const made = await issueSignInLink(prisma, editionId, userId, by, house.mailer !== undefined);
        const link = `${house.address}/sign-in#${made.token}`;
        const sent = await sendLink(house.mailer, made.mailTo, link, (there) => signInMail(by.name, there));
        if (sent.link !== null && !made.mayShow)
          throw new HttpProblem('not-ready', `The link could not be sent. ${sent.mailFault ?? ''}`);
        return c.json(sent, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/invitations',
        summary: 'Invitations that nobody has accepted',
        middleware: guard(house, 'GET /api/editions/:editionId/invitations'),
        request: { params: editionParams },
        responses: {
          200: json(z.object({ invitations: z.array(invitation) }), 'The latest first'),
          ...otherwise,
        },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        return c.json({ invitations: await openInvitations(prisma, editionId) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/invitations',
        summary: 'Invite somebody',
        middleware: guard(house, 'POST /api/editions/:editionId/invitations'),
        request: { params: editionParams, body: jsonBody(invitationRequest) },
        responses: { 201: json(issuedInvitation, 'With its link, shown this once'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const by = signedIn(c.var);
        const invited = await invite(prisma, editionId, c.req.valid('json'), by);
        return c.json(await issued(editionId, invited, by.name), 201);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/invitations/{invitationId}/renewal',
        summary: 'Send an invitation again: with a new link, and for two more weeks',
        middleware: guard(house, 'POST /api/editions/:editionId/invitations/:invitationId/renewal'),
        request: { params: invitationParams },
        responses: { 201: json(issuedInvitation, 'With its new link, shown this once'), ...otherwise },
      }),
      async (c) => {
        const { editionId, invitationId } = c.req.valid('param');
        const by = signedIn(c.var);
        const invited = await renewInvitation(prisma, editionId, invitationId, by);
        return c.json(await issued(editionId, invited, by.name), 201);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/editions/{editionId}/invitations/{invitationId}',
        summary: 'Take an invitation back',
        middleware: guard(house, 'DELETE /api/editions/:editionId/invitations/:invitationId'),
        request: { params: invitationParams },
        responses: nothing,
      }),
      async (c) => {
        const { editionId, invitationId } = c.req.valid('param');
        await revokeInvitation(prisma, editionId, invitationId, signedIn(c.var));
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/invitation',
        summary: 'What an invitation is to, for whoever holds its link',
        middleware: guard(house, 'POST /api/invitation'),
        request: { body: jsonBody(tokenRequest) },
        responses: { 200: json(invitationView, 'It can be accepted'), ...otherwise },
      }),
      async (c) => {
        const found = await findInvitation(prisma, c.req.valid('json').token);
        const { editionId, edition, name, email, invitedBy, expiresAt } = found;
        const holder = email === null ? null : await prisma.user.findUnique({ where: { email } });
        return c.json(
          {
            edition: edition.title,
            editionId,
            role: roleChange.parse(found).role,
            name,
            email,
            invitedBy: invitedBy?.name ?? null,
            expiresAt: expiresAt.toISOString(),
            hasAccount: holder !== null,
          },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/invitation/acceptance',
        summary: 'Accept an invitation',
        description: 'As who is signed in; or, with `newPerson`, as somebody new, who is signed in by it.',
        middleware: guard(house, 'POST /api/invitation/acceptance'),
        request: { body: jsonBody(acceptance) },
        responses: { 201: json(z.object({ editionId: z.string() }), 'Joined'), ...otherwise },
      }),
      async (c) => {
        const { token, newPerson } = c.req.valid('json');
        const { headers } = c.req.raw;
        await takeAttempt(prisma, perClient, clientOf(headers, c.env, house.proxies));
        const { editionId } = await findInvitation(prisma, token);
        if (newPerson === null) {
          await acceptAs(prisma, token, signedIn(c.var));
          return c.json({ editionId }, 201);
        }
        const userId = await acceptAsNew(prisma, token, newPerson);
        const cookies = await house.auth.signIn(userId, 'invitation', headers);
        return withCookies(c, cookies).json({ editionId }, 201);
      },
    );
}

import type { Role } from '@chancery/workflow';
import { linkHours } from '../sign-in/one-time-link.js';
import type { Mail } from './mailer.js';

/** What an invitation says. */
export function invitationMail(about: {
  readonly edition: string;
  readonly invitedBy: string;
  readonly name: string;
  readonly role: Role;
  readonly link: string;
}): Omit<Mail, 'to'> {
  const { edition, invitedBy, name, role, link } = about;
  return {
    subject: `${invitedBy} invites you to an edition`,
    text: `Dear ${name},

${invitedBy} invites you to work on

  ${edition}

as ${role.replaceAll('-', ' ')}. Follow this link to accept. It works once, within two weeks:

${link}

If you do not know what this is about, let it be: nothing happens then.
`,
  };
}

/** What a sign-in link comes with. */
export function signInMail(issuedBy: string, link: string): Omit<Mail, 'to'> {
  return {
    subject: 'Your sign-in link',
    text: `${issuedBy} has had this link made for you. It signs you in once, within ${linkHours} hours:

${link}

Set a new password under “Account” then. If you did not ask for it, tell ${issuedBy}.
`,
  };
}

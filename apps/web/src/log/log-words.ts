import type { AuditAction, AuditRow } from '@chancery/server/api';
import { counted } from '../letters/counted.js';
import { roleName } from '../people/role-name.js';

type Words = (event: AuditRow) => string;

const ways: Readonly<Record<string, string>> = {
  password: 'with the password',
  link: 'with a sign-in link',
  invitation: 'on accepting the invitation',
  oidc: 'by the OpenID provider',
};

const whom: Words = ({ subject }) => subject?.name ?? 'somebody';
const role = (value: unknown) => roleName(String(value ?? ''));
const number = (value: unknown) => Number(value ?? 0);

/** What each act is called in a list of acts, and how the log tells of one. */
const words: Record<AuditAction, readonly [name: string, sentence: Words]> = {
  'signed-in': ['Signed in', ({ details }) => `signed in ${ways[String(details.by)] ?? ''}`.trim()],
  'sign-in-failed': ['Failed to sign in', (event) => `failed to sign in as ${whom(event)}`],
  'password-changed': ['Set a password', () => 'set a new password'],
  'sessions-ended': [
    'Signed out elsewhere',
    ({ details }) => `ended ${counted(number(details.sessions), 'session')} of their own`,
  ],
  'sign-in-link-issued': ['Made a sign-in link', (event) => `made a sign-in link for ${whom(event)}`],
  'person-invited': ['Invited', (event) => `invited ${whom(event)} as ${role(event.details.role)}`],
  'invitation-renewed': ['Invited again', (event) => `sent the invitation of ${whom(event)} again`],
  'invitation-revoked': ['Took an invitation back', (event) => `took the invitation of ${whom(event)} back`],
  'member-joined': ['Joined', ({ details }) => `joined as ${role(details.role)}`],
  'role-changed': [
    'Changed a role',
    (event) => `made ${whom(event)} ${role(event.details.to)}, who was ${role(event.details.from)}`,
  ],
  'member-removed': [
    'Removed a member',
    (event) => `removed ${whom(event)}, who was ${role(event.details.role)}`,
  ],
  'schemas-changed': [
    'Changed the schemas',
    ({ details }) => `changed the schemas: the grammar is ${details.rng}, the rules are ${details.sch}`,
  ],
  'letters-imported': [
    'Imported files',
    ({ details }) =>
      [
        `imported ${counted(number(details.files), 'file')}`,
        number(details.toMend) > 0 ? `${counted(number(details.toMend), 'file')} to be mended` : '',
        number(details.unchanged) > 0
          ? `${counted(number(details.unchanged), 'file')} were there already`
          : '',
      ]
        .filter(Boolean)
        .join(', '),
  ],
  'file-mended': ['Made a mended file a letter', (event) => `made the mended file ${whom(event)} a letter`],
  'edition-exported': [
    'Exported files',
    ({ details }) => `exported ${counted(number(details.files), 'file')}`,
  ],
  'publication-started': ['Began to publish', () => 'began to publish'],
  'publication-finished': [
    'Published',
    ({ details }) => (details.state === 'done' ? 'published the edition' : 'failed to publish'),
  ],
};

function isKnown(action: string): action is AuditAction {
  return action in words;
}

/** Every act with its name, in the order of the alphabet. */
export const acts: readonly (readonly [AuditAction, string])[] = Object.entries(words)
  .map(([action, [name]]) => [action as AuditAction, name] as const)
  .toSorted(([, one], [, other]) => one.localeCompare(other, 'en'));

/** What somebody did, as it follows their name. */
export function sentenceFor(event: AuditRow): string {
  // A newer release may have written what this one has no words for.
  return isKnown(event.action) ? words[event.action][1](event) : event.action.replaceAll('-', ' ');
}

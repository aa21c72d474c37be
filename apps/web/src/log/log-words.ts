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
const stage = (value: unknown) => String(value ?? '').replaceAll('-', ' ');
const number = (value: unknown) => Number(value ?? 0);

/** The note by its id in its file, as the log holds no words of texts. */
const ofNote =
  (done: string, more = ''): Words =>
  ({ details }) =>
    `${done} note ${String(details.note ?? '')}${details.version === undefined ? '' : `, version ${number(details.version)}`}${more}`;

/** What was changed of the volume. */
const registerChanges: Readonly<Record<string, string>> = {
  add: 'made an entry of a register',
  remove: 'took an entry out of a register',
  merge: 'made two entries of a register one',
  unmerge: 'parted two entries that were made one',
  move: 'gave names to another entry of a register',
};

const arrangements: Readonly<Record<string, string>> = {
  place: 'put a letter in another place of the volume',
  number: 'fixed the number of a letter, or no longer',
  matter: 'put the front or back matter in another order',
  'non-extant': 'changed the register of messages that were not found',
};

/** What was done with all that was open of a replacement. */
const decisions: Readonly<Record<string, string>> = {
  accept: 'accepted',
  reject: 'rejected',
  withdraw: 'took back',
};

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
  'letter-begun': ['Began a letter', () => 'began a letter'],
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
  'letters-updated': [
    'Brought changes back',
    ({ details }) =>
      `brought back what was changed outside: ${counted(number(details.files), 'letter')} changed, ${counted(number(details.suggestions), 'suggestion')} made`,
  ],
  'series-reshaped': [
    'Changed what a series holds',
    ({ details }) =>
      [
        `changed what ${String(details.file)} holds`,
        number(details.left) > 0 ? `${counted(number(details.left), 'letter')} left it` : '',
        number(details.back) > 0 ? `${counted(number(details.back), 'letter')} came back` : '',
      ]
        .filter(Boolean)
        .join(', '),
  ],
  'file-mended': ['Made a mended file a letter', (event) => `made the mended file ${whom(event)} a letter`],
  'edition-exported': [
    'Exported files',
    ({ details }) =>
      details.commits === undefined
        ? `exported ${counted(number(details.files), 'file')}`
        : `exported the history to git: ${counted(number(details.commits), 'revision')}`,
  ],
  'settings-changed': ['Changed the settings', () => 'changed the settings of the volume'],
  'volume-arranged': [
    'Arranged the volume',
    ({ details }) => arrangements[String(details.change)] ?? 'changed the order of the volume',
  ],
  'register-changed': [
    'Changed a register',
    ({ details }) =>
      `${registerChanges[String(details.change)] ?? 'changed an entry of a register'}: ${String(details.entry)}`,
  ],
  'letter-assigned': [
    'Assigned a letter',
    ({ details }) =>
      details.to === null
        ? `took a letter from everybody in ${stage(details.stage)}`
        : `assigned a letter in ${stage(details.stage)} to ${details.to}`,
  ],
  'letter-moved': [
    'Moved a letter',
    ({ details }) => `moved a letter from ${stage(details.from)} to ${stage(details.to)}`,
  ],
  'move-taken-back': [
    'Took a move back',
    ({ details }) => `took a move back, from ${stage(details.from)} to ${stage(details.to)}`,
  ],
  'reading-entered': [
    'Entered a reading',
    ({ details }) => `entered a ${String(details.method).replaceAll('-', ' ')} reading of a letter`,
  ],
  'reading-signed': [
    'Signed a reading',
    ({ details }) =>
      `signed a ${String(details.method).replaceAll('-', ' ')} reading of a letter as its second reader`,
  ],
  'suggestion-accepted': ['Accepted a suggestion', () => 'accepted a suggestion'],
  'suggestion-rejected': ['Rejected a suggestion', () => 'rejected a suggestion'],
  'suggestion-withdrawn': ['Withdrew a suggestion', () => 'withdrew a suggestion'],
  'suggestion-reopened': ['Took a decision back', () => 'took a decision about a suggestion back'],
  'note-sent': ['Sent a note to review', ofNote('sent', ' to review')],
  'note-returned': ['Returned a note', ofNote('returned')],
  'note-approved': ['Approved a note', ofNote('approved')],
  'note-decision-taken-back': ['Took a decision of a note back', ofNote('took back a decision of')],
  'note-removed': ['Removed a note', ofNote('removed')],
  'images-added': [
    'Added page images',
    (event) => `added ${counted(number(event.details.leaves), 'page image')}: ${whom(event)}`,
  ],
  'image-removed': ['Removed a page image', (event) => `removed the page image ${whom(event)}`],
  'replacement-begun': [
    'Replaced over the volume',
    ({ details }) =>
      `began to replace words in ${counted(number(details.letters), 'letter')}, as suggestions`,
  ],
  'replacement-decided': [
    'Decided a replacement',
    ({ details }) => `${decisions[String(details.decision)] ?? 'decided'} what was open of a replacement`,
  ],
  'version-restored': [
    'Restored a version',
    ({ details }) => `restored version ${details.version} of a letter`,
  ],
  'publication-started': ['Began to publish', () => 'began to publish'],
  'publication-cancelled': ['Stopped a publication', () => 'stopped the publication that was under way'],
  'publication-finished': [
    'Published',
    ({ details }) => (details.state === 'done' ? 'published the edition' : 'failed to publish'),
  ],
  'edition-released': [
    'Released the edition',
    ({ subject }) => `released the edition as ${subject?.name ?? ''}`,
  ],
  'release-withdrawn': ['Withdrew a release', ({ subject }) => `withdrew release ${subject?.name ?? ''}`],
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

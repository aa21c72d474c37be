import { z } from '@hono/zod-openapi';

/** What the log tells of. Words are only ever added here: old rows keep theirs. */
export const auditActions = [
  'signed-in',
  'sign-in-failed',
  'password-changed',
  'sessions-ended',
  'sign-in-link-issued',
  'person-invited',
  'invitation-renewed',
  'invitation-revoked',
  'member-joined',
  'role-changed',
  'member-removed',
  'schemas-changed',
  'letter-begun',
  'letters-imported',
  'letters-updated',
  'series-reshaped',
  'file-mended',
  'edition-exported',
  'settings-changed',
  'volume-arranged',
  'register-changed',
  'letter-assigned',
  'letter-moved',
  'move-taken-back',
  'reading-entered',
  'reading-signed',
  'suggestion-accepted',
  'suggestion-rejected',
  'suggestion-withdrawn',
  'suggestion-reopened',
  'note-sent',
  'note-returned',
  'note-approved',
  'note-decision-taken-back',
  'note-removed',
  'images-added',
  'image-removed',
  'replacement-begun',
  'replacement-decided',
  'version-restored',
  'publication-started',
  'publication-finished',
  'publication-cancelled',
  'edition-released',
  'release-withdrawn',
] as const;

export type AuditAction = (typeof auditActions)[number];

/** A few words and numbers about an act: never text of a letter, never a token or an address. */
export const auditDetails = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** One line of the log. */
export const auditRow = z
  .object({
    id: z.string().openapi({ description: 'grows with time; the cursor of `before`' }),
    at: z.iso.datetime(),
    actor: z.object({
      id: z.string().nullable().openapi({ description: 'null where it was no person' }),
      name: z.string().openapi({ description: 'as it was then' }),
    }),
    action: z.string().openapi({ description: `one of ${auditActions.join(', ')}` }),
    subject: z
      .object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() })
      .nullable()
      .openapi({ description: 'what it was done to' }),
    letterId: z.string().nullable(),
    details: auditDetails,
  })
  .openapi('AuditRow');

/** Which lines of the log are wanted; all of them without any. */
export const auditFilter = z.object({
  person: z.string().max(64).optional().openapi({ description: 'only what this person did' }),
  action: z.enum(auditActions).optional(),
  letter: z.string().max(256).optional().openapi({ description: 'only what was done to this letter' }),
  from: z.iso.datetime({ offset: true }).optional().openapi({ description: 'not before' }),
  to: z.iso.datetime({ offset: true }).optional().openapi({ description: 'before' }),
});

/** A page of the log, the latest first. */
export const auditPage = z
  .object({
    events: z.array(auditRow),
    next: z.string().nullable().openapi({ description: '`before` of the next page; null on the last' }),
    people: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .openapi({ description: 'everybody who has done something; on the first page only' }),
  })
  .openapi('AuditPage');

export type AuditRow = z.infer<typeof auditRow>;
export type AuditFilter = z.infer<typeof auditFilter>;
export type AuditPage = z.infer<typeof auditPage>;
export type AuditDetails = z.infer<typeof auditDetails>;

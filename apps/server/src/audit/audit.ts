import type { ClientBase } from 'pg';
import type { AuditAction, AuditDetails } from '../contract/audit.js';
import type { Prisma } from '../generated/client.js';

/** Who did something: a person, or what acts for none, such as the command line. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
}

/** What is done at the command line, by whoever has a shell on the server. */
export const commandLine: Actor = { id: null, name: 'Command line' };

/** Who did what, to what. When is the time of the transaction. */
export interface AuditEvent {
  /** Whose log it stands in; null for what concerns no edition. */
  readonly editionId: string | null;
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly subject?: { readonly kind: string; readonly id: string | null; readonly name: string | null };
  readonly letterId?: string;
  /** A few words and numbers: never text of a letter, never a token or an address. */
  readonly details?: AuditDetails;
}

const statement = `INSERT INTO audit_event
  ("editionId", "actorId", "actorName", action, "subjectKind", "subjectId", "subjectName", "letterId", details)
VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::jsonb)`;

/**
 * Writes a line of the log, in the transaction of the act that it tells of: both are stored, or neither.
 *
 * @param tx a transaction of Prisma's, or a connection with one under way
 */
export async function audit(tx: Prisma.TransactionClient | ClientBase, event: AuditEvent): Promise<void> {
  const { editionId, actor, action, subject, letterId = null, details = {} } = event;
  const values = [
    editionId,
    actor.id,
    actor.name,
    action,
    subject?.kind ?? null,
    subject?.id ?? null,
    subject?.name ?? null,
    letterId,
    JSON.stringify(details),
  ];
  if ('$executeRawUnsafe' in tx) await tx.$executeRawUnsafe(statement, ...values);
  else await tx.query(statement, values);
}

const ofLetter = `INSERT INTO audit_event
  ("editionId", "actorId", "actorName", action, "subjectKind", "subjectId", "subjectName", "letterId", details)
SELECT letter."editionId", person.id, person.name, $3::text, 'letter', letter.id, letter.name, letter.id, $4::jsonb
FROM letter, "user" AS person WHERE letter.id = ANY ($1) AND person.id = $2`;

/** What a person did to letters. */
interface OfLetters {
  readonly personId: string;
  readonly action: AuditAction;
  readonly details?: AuditDetails;
}

/** Writes that a person did something to a letter, as `audit` does. */
export async function auditLetter(
  tx: Prisma.TransactionClient | ClientBase,
  { letterId, ...event }: OfLetters & { readonly letterId: string },
): Promise<void> {
  await auditLetters(tx, { ...event, letterIds: [letterId] });
}

/** Writes that a person did the same thing to several letters: a line for each. */
export async function auditLetters(
  tx: Prisma.TransactionClient | ClientBase,
  event: OfLetters & { readonly letterIds: readonly string[] },
): Promise<void> {
  const values = [[...event.letterIds], event.personId, event.action, JSON.stringify(event.details ?? {})];
  if ('$executeRawUnsafe' in tx) await tx.$executeRawUnsafe(ofLetter, ...values);
  else await tx.query(ofLetter, values);
}

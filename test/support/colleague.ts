import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Role, Stage } from '@chancery/workflow';
import pg from 'pg';

/** Somebody to be made known to a running Chancery. */
export interface Colleague {
  readonly name: string;
  readonly role: Role;
  /** The sample volume's edition by default. */
  readonly editionId?: string;
  /** A letter that is assigned to them. */
  readonly assigned?: { readonly letterId: string; readonly stage: Stage };
}

/**
 * Makes a person with a role, and answers the rest of an address that signs them in once: `/sign-in?token=…`.
 *
 * Writes what a server writes when it issues a link: the token's SHA-256 is what is stored.
 */
export async function signInPathFor(databaseUrl: string, colleague: Colleague): Promise<string> {
  const { name, role, editionId = 'volume-two' } = colleague;
  const id = randomUUID();
  const email = `${id}@example.org`;
  const token = randomBytes(24).toString('hex');
  const stored = createHash('sha256').update(token).digest('base64url');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('INSERT INTO "user" (id, name, email, "emailVerified") VALUES ($1, $2, $3, true)', [
      id,
      name,
      email,
    ]);
    await client.query('INSERT INTO membership ("editionId", "userId", role) VALUES ($1, $2, $3)', [
      editionId,
      id,
      role,
    ]);
    if (colleague.assigned) {
      const { letterId, stage } = colleague.assigned;
      await client.query(
        'INSERT INTO assignment ("letterId", stage, "userId", "assignedById") VALUES ($1, $2, $3, $3)',
        [letterId, stage, id],
      );
    }
    await client.query(
      `INSERT INTO verification (id, identifier, value, "expiresAt") VALUES ($1, $2, $3, now() + interval '1 hour')`,
      [randomUUID(), `sign-in-link:${stored}`, id],
    );
  } finally {
    await client.end();
  }
  return `/sign-in?token=${token}`;
}

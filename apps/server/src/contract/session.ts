import { z } from '@hono/zod-openapi';

/** A person as others may see them. */
export const person = z.object({ id: z.string(), name: z.string(), email: z.string() }).openapi('Person');

/** Who asks; `person` is null for somebody who is not signed in. */
export const sessionAnswer = z.object({ person: person.nullable() }).openapi('Session');

export type Person = z.infer<typeof person>;
export type SessionAnswer = z.infer<typeof sessionAnswer>;

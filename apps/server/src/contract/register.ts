import { registerKinds } from '@chancery/tei';
import { z } from '@hono/zod-openapi';

const id = z.string().min(1).max(256);

/** What people fill in of an entry. */
const entryFacts = z.object({
  names: z
    .array(z.string().trim().min(1).max(500))
    .min(1)
    .max(50)
    .openapi({ description: 'the first one prints' }),
  dates: z.string().trim().max(200).optional(),
  description: z.string().trim().max(2000).optional().openapi({ description: 'prints in the index' }),
  authorityIds: z
    .array(z.object({ authority: z.string().trim().min(1).max(60), id: z.string().trim().min(1).max(200) }))
    .max(20),
});

export const registerKind = z.enum(registerKinds);

const entryLine = z.object({
  id: z.string(),
  name: z.string(),
  dates: z.string().nullable(),
  description: z.string().nullable(),
  uses: z.number().int(),
  letters: z.number().int(),
});

/** A register: those of its entries that are asked for, and the names that stand for none. */
export const registerAnswer = z
  .object({
    mayEdit: z.boolean(),
    total: z.number().int().openapi({ description: 'entries that the filter leaves' }),
    entries: z.array(entryLine),
    next: z.string().nullable().openapi({ description: 'to be asked with `after`; null at the end' }),
    unidentified: z
      .array(
        z.object({
          words: z.string(),
          uses: z.number().int(),
          suggested: z
            .string()
            .nullable()
            .openapi({ description: 'the entry that it may stand for, by name' }),
        }),
      )
      .openapi({ description: 'names that nobody has said the bearer of, the most frequent ones' }),
  })
  .openapi('Register');

const nameUse = z.object({
  letterId: z.string(),
  place: z.number().int().nonnegative().openapi({ description: 'among the names of its file, from 0' }),
  number: z.string().nullable().openapi({ description: 'as it prints: `[5]`' }),
  title: z.string(),
  words: z.string(),
  context: z.string(),
  isInHeader: z.boolean(),
});

/** Where a name stands that nobody has said the bearer of. */
export const namesAnswer = z
  .object({
    mayEdit: z.boolean(),
    total: z.number().int(),
    uses: z.array(nameUse).openapi({ description: 'in the order of the volume, 500 at most' }),
    suggested: z.array(z.object({ id: z.string(), name: z.string(), description: z.string().nullable() })),
  })
  .openapi('RegisterNames');

export const entryAnswer = z
  .object({
    kind: registerKind,
    id: z.string(),
    revision: z.string(),
    mayEdit: z.boolean(),
    facts: entryFacts,
    total: z.number().int(),
    uses: z.array(nameUse).openapi({ description: 'in the order of the volume, 500 at most' }),
    merges: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .openapi({ description: 'entries made one with this, the latest first, which can be parted again' }),
  })
  .openapi('RegisterEntry');

const revision = z.string().max(64).openapi({ description: 'of the entry as it was seen' });

export const registerChange = z
  .discriminatedUnion('change', [
    z.object({ change: z.literal('add'), kind: registerKind, facts: entryFacts }),
    z.object({ change: z.literal('set'), id, revision, facts: entryFacts }),
    z.object({ change: z.literal('remove'), id, revision }),
  ])
  .openapi('RegisterChange');

export const mergeRequest = z
  .object({ from: id, fromRevision: revision, into: id, intoRevision: revision })
  .openapi('RegisterMerge');

export const moveRequest = z
  .object({
    kind: registerKind,
    from: id.nullable().openapi({ description: 'whom the names stand for now; null for nobody' }),
    to: z
      .union([z.object({ id }), z.object({ name: z.string().trim().min(1).max(500) })])
      .openapi({ description: 'an entry, or the name of one that is made for them' }),
    uses: z
      .array(z.object({ letterId: id, place: z.number().int().nonnegative(), words: z.string().max(2000) }))
      .min(1)
      .max(500)
      .openapi({ description: 'as they were seen' }),
  })
  .openapi('NamesMoved');

export const registerChanged = z
  .object({
    id: z.string().openapi({ description: 'of the entry' }),
    letters: z.number().int().openapi({ description: 'how many files were changed beside the register' }),
    left: z.number().int().openapi({
      description: 'in how many files the names stay, because others point to the entries by now',
    }),
  })
  .openapi('RegisterChanged');

export type EntryFactsJson = z.infer<typeof entryFacts>;
export type RegisterAnswer = z.infer<typeof registerAnswer>;
export type NamesAnswer = z.infer<typeof namesAnswer>;
export type EntryAnswer = z.infer<typeof entryAnswer>;
export type RegisterChange = z.infer<typeof registerChange>;
export type MergeRequest = z.infer<typeof mergeRequest>;
export type MoveRequest = z.infer<typeof moveRequest>;
export type RegisterChanged = z.infer<typeof registerChanged>;

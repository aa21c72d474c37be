import type { VolumeMetadata } from '@chancery/tei';
import { roles } from '@chancery/workflow';
import { z } from '@hono/zod-openapi';
import { fileToMendRow } from './file-to-mend.js';
import { findingCounts, letterRow } from './letter.js';
import { publication } from './publication.js';

/** An edition in the list of those one belongs to. */
export const editionSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    role: z.enum(roles),
    counts: z.object({ letters: z.number().int() }),
    updatedAt: z.iso.datetime(),
  })
  .openapi('EditionSummary');

export const editionList = z.object({
  editions: z.array(editionSummary),
  mayMakeVolumes: z
    .boolean()
    .openapi({ description: 'whether whoever asks may bring in volumes of their own' }),
});

/** The calendar of an edition: its files in the order of the volume. */
export const editionDetail = z
  .object({
    id: z.string(),
    title: z.string(),
    role: z.enum(roles),
    may: z.object({
      importLetters: z.boolean(),
      manageImages: z.boolean(),
      publish: z.boolean(),
      setSchemas: z.boolean(),
      manageMembers: z.boolean(),
      readLog: z.boolean(),
    }),
    counts: z.object({
      letters: z.number().int().openapi({ description: 'documents, without the volume’s own file' }),
      findings: findingCounts,
    }),
    letters: z.array(letterRow).openapi({ description: 'those that the person may see' }),
    toMend: z.array(fileToMendRow).openapi({ description: 'files that are not well-formed XML yet' }),
    publication: publication.nullable().openapi({ description: 'the latest run of the press' }),
  })
  .openapi('Edition');

/** What the desk says of an edition on every screen: all that is not of its letters. */
export const editionHead = editionDetail
  .pick({ id: true, title: true, role: true, may: true, publication: true })
  .extend({
    numbers: z
      .object({ first: z.string().nullable(), last: z.string().nullable() })
      .openapi({ description: 'of the first and the last letter that has one' }),
    opensFile: z.boolean().openapi({ description: 'whether the person may open the volume’s own file' }),
    fileId: z.string().nullable().openapi({ description: 'the volume’s own file; null where there is none' }),
    volume: z.custom<Omit<VolumeMetadata, 'letters' | 'nonExtant'>>().nullable().openapi({
      type: 'object',
      description: 'what the volume’s own file says, but for its letters: `VolumeMetadata` of @chancery/tei',
    }),
  })
  .openapi('EditionHead');

/** The largest schema that an edition may have, in characters; tei_all in RELAX NG has about a million. */
const schemaLength = 4_000_000;

/** The schemas that an edition's letters are checked against, where they are its own. */
export const editionSchemas = z
  .object({
    rng: z.string().max(schemaLength).nullable().openapi({
      description: 'RELAX NG in the XML syntax, in one file; null for Chancery’s own `letters.rng`',
    }),
    sch: z.string().max(schemaLength).nullable().openapi({
      description:
        'ISO Schematron, with XPath 3.1 as its query language; null for Chancery’s own `letters.sch`',
    }),
  })
  .openapi('EditionSchemas');

export type EditionSchemas = z.infer<typeof editionSchemas>;
export type EditionList = z.infer<typeof editionList>;
export type EditionSummary = z.infer<typeof editionSummary>;
export type EditionHead = z.infer<typeof editionHead>;
export type EditionDetail = z.infer<typeof editionDetail>;

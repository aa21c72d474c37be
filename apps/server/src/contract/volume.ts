import { noteScopes, pageFault } from '@chancery/tei';
import { z } from '@hono/zod-openapi';
import { editionSettings } from './settings.js';

const text = (most: number) => z.string().max(most);
const id = text(256);
const correspondent = z.object({ name: text(500), ref: text(500).optional() });
/** A year, a month or a day (TEI Guidelines, teidata.temporal.w3c). */
const isoDate = z.string().regex(/^-?\d{4}(?:-\d\d(?:-\d\d)?)?$/);
const degree = z.enum(['high', 'medium', 'low', 'unknown']);

/** When something was, as far as that is known. */
export const dateValue = z.object({
  when: isoDate.optional(),
  notBefore: isoDate.optional(),
  notAfter: isoDate.optional(),
  isSpan: z.boolean().optional(),
  cert: degree.optional(),
  precision: degree.optional(),
});

const numbering = z.enum(['as-written', 'by-place']).openapi({
  description: '`by-place`: numbers are counted in the order of the volume; else each document bears its own',
});

/** One sentence of the rule of dates. */
const printedDate = z.object({
  type: z.enum(['sent', 'received', 'signed', 'handed', 'transmitted']),
  place: z.enum(['under-number', 'lower-left']),
});

/** How the notes of a series are labelled, and whether the volume has any of it. */
const noteRule = z
  .object({
    series: z.enum(['footnote', 'endnote', 'textual']),
    isUsed: z.boolean(),
    scope: z.enum(['page', 'document', 'volume']).openapi({ description: 'where the labels begin again' }),
    style: z.enum(['figures', 'letters', 'roman numerals', 'signs']),
  })
  .refine(({ series, scope }) => noteScopes[series].includes(scope), {
    message:
      'Page footnotes are numbered by page, document or volume, textual notes by document or volume, endnotes by volume.',
  });

/** Whether a fault stops the press. */
const faultRule = z.enum(['stop', 'warn']);

/** How the volume is set in print; lengths are millimetres, the size of type in points. */
const pageSetting = z
  .object({
    template: z.enum(['university press', 'documentary diplomatic']),
    width: z.number(),
    height: z.number(),
    inner: z.number(),
    top: z.number(),
    outer: z.number(),
    foot: z.number(),
    face: z.enum(['EB Garamond', 'Alegreya']),
    size: z.number(),
    figures: z.enum(['old-style', 'lining']).openapi({ description: 'in running text' }),
    missingGlyphs: faultRule.openapi({ description: 'of characters that the face does not have' }),
    deadReferences: faultRule.openapi({ description: 'of references that lead to nothing' }),
    overfullLines: faultRule.openapi({ description: 'of lines that are wider than their measure' }),
  })
  .superRefine((page, context) => {
    const message = pageFault(page);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .openapi('PageSetting');

const nonExtantMessage = z
  .object({
    senders: z.array(correspondent).max(20),
    addressees: z.array(correspondent).max(20),
    date: dateValue
      .extend({
        printed: text(200),
        evidence: text(100).optional(),
      })
      .optional(),
    evidence: text(4_000),
  })
  .openapi('NonExtantMessage');

/** One step up or down, into the letter above as its enclosure, or out of the letter that it is enclosed in. */
const step = z.enum(['up', 'down', 'in', 'out']);

/** A document in the order of the volume. */
export const orderedDocument = z
  .object({
    id: z
      .string()
      .openapi({ description: 'the letter’s address; the name of one that is listed and not there' }),
    name: z.string().openapi({ description: 'by which the volume’s list knows it' }),
    place: z.number().int().nonnegative().openapi({ description: 'how many stand before it' }),
    number: z.string().nullable().openapi({ description: 'as it prints: `[5]`; null for one without' }),
    fixed: z.string().nullable().openapi({ description: 'the number that the order fixes' }),
    enclosedIn: z.string().nullable().openapi({ description: 'the name of the letter that it belongs to' }),
    title: z.string(),
    date: z.string(),
    there: z.boolean().openapi({ description: 'false: it is listed, and the edition has no such file' }),
    steps: z.array(step).openapi({ description: 'by which it can be moved' }),
  })
  .openapi('OrderedDocument');

/** Which documents of the order are asked for. */
export const documentsQuery = z.object({
  offset: z.coerce.number().int().nonnegative().max(10_000_000).default(0),
  limit: z.coerce.number().int().positive().max(500).default(100),
});

export const orderedDocuments = z.object({ documents: z.array(orderedDocument) });

const generatedPart = z
  .enum(['method', 'emendations', 'index', 'imprint', 'colophon'])
  .openapi({ description: 'a part that is generated where it is to be printed' });

const matterPiece = z.object({ id: z.string(), title: z.string() });

/** What the volume as a whole is, and how it works. */
export const volumeFacts = z
  .object({
    revision: z.string().openapi({ description: 'another one after each change of what stands here' }),
    version: z.number().int().nonnegative().openapi({ description: 'of the volume’s own file' }),
    fileId: z.string().nullable().openapi({ description: 'the volume’s own file; null where there is none' }),
    mayArrange: z.boolean(),
    maySet: z.boolean(),
    documents: z.number().int().openapi({ description: 'how many the volume lists' }),
    unlisted: z
      .object({ count: z.number().int(), first: z.array(matterPiece) })
      .openapi({ description: 'letters that the list of documents does not name, and some of them' }),
    numbering,
    dateRule: z.array(printedDate),
    dateStyle: z.string().nullable(),
    nameStyle: z.string().nullable().openapi({ description: 'how lists write the names of persons' }),
    noteRules: z
      .array(noteRule)
      .openapi({ description: 'of the series of which the volume says how they are labelled' }),
    leavesImagesOut: z
      .boolean()
      .openapi({ description: 'whether images of the copy are left out of what is published' }),
    page: pageSetting,
    languages: z.array(z.string()),
    front: z.array(matterPiece),
    back: z.array(matterPiece),
    persons: z.array(matterPiece),
    nonExtant: z.array(nonExtantMessage.extend({ id: z.string().nullable() })),
    method: z.array(z.string()).openapi({ description: 'the statement of method, in paragraphs' }),
    generated: z.array(generatedPart),
    settings: editionSettings,
  })
  .openapi('Volume');

/** A change of the order or of what stands in it, or of the register of messages that were not found. */
const arrangement = z.discriminatedUnion('change', [
  z.object({
    change: z.literal('place'),
    letter: id,
    to: z.object({ enclosedIn: id.nullable(), after: id.nullable() }),
  }),
  z.object({ change: z.literal('step'), letter: id, step }),
  z.object({
    change: z.literal('beside'),
    letter: id,
    beside: id,
    where: z.enum(['before', 'behind']),
  }),
  z.object({
    change: z.literal('number'),
    letter: id,
    number: z.string().trim().min(1).max(20).nullable(),
  }),
  z.object({ change: z.literal('matter'), piece: id, before: id.nullable() }),
  z.object({
    change: z.literal('non-extant'),
    index: z.number().int().nonnegative().optional(),
    value: nonExtantMessage.nullable(),
  }),
]);

export const arrangementRequest = z
  .object({ revision: z.string().max(64), change: arrangement })
  .openapi('Arrangement');

/** The volume as it is after a change. */
export const arrangedVolume = volumeFacts
  .extend({ moved: orderedDocument.nullable().openapi({ description: 'the document that was moved' }) })
  .openapi('ArrangedVolume');

/** All that the settings page sets at once. */
export const volumeSettingsRequest = z
  .object({
    revision: z.string().max(64),
    numbering,
    dateRule: z.array(printedDate).max(5),
    dateStyle: z.enum(['month day, year', 'day month year', 'year-month-day']).nullable(),
    nameStyle: z
      .enum(['surname first'])
      .nullable()
      .optional()
      .openapi({ description: 'as it was, if not given' }),
    noteRules: z.array(noteRule).max(3).optional().openapi({ description: 'as they were, if not given' }),
    leavesImagesOut: z.boolean().optional().openapi({ description: 'as it was, if not given' }),
    page: pageSetting.optional().openapi({ description: 'as it was, if not given' }),
    languages: z.array(text(35)).max(40),
    method: z.array(text(4_000)).max(50).optional().openapi({ description: 'as it was, if not given' }),
    generated: z.array(generatedPart).max(generatedPart.options.length).optional(),
    settings: editionSettings,
  })
  .openapi('VolumeSettings');

export type VolumeFacts = z.infer<typeof volumeFacts>;
export type OrderedDocument = z.infer<typeof orderedDocument>;
export type ArrangedVolume = z.infer<typeof arrangedVolume>;
export type Arrangement = z.infer<typeof arrangementRequest>['change'];
export type VolumeSettingsRequest = z.infer<typeof volumeSettingsRequest>;

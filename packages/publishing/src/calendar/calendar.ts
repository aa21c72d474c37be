import { z } from 'zod';

const date = z.object({
  type: z.enum(['sent', 'received', 'signed', 'handed', 'transmitted']).describe('What happened on that day'),
  edtf: z
    .string()
    .optional()
    .describe(
      'The date in the Extended Date/Time Format, level 1: 1941-08-04, 1941-08?, 1941-08-04/1941-08-07',
    ),
  printed: z.string().describe('In the words of the letter; empty where the encoding gives a value only'),
});

const party = z.object({
  name: z.string(),
  kind: z.enum(['person', 'organisation']),
  id: z.string().optional().describe('By which the registers of the edition know it'),
  uri: z.url().optional().describe('Its address in an authority file: GND, VIAF, Wikidata'),
});

const place = z.object({
  name: z.string(),
  of: z.enum(['sent', 'received']).optional(),
  id: z.string().optional(),
  uri: z.url().optional().describe('Its address in an authority file: GeoNames, GND, Wikidata'),
});

const letter = z.object({
  id: z.string().describe('By which the letter is addressed: it stays, whatever its number becomes'),
  number: z.string().optional().describe('As printed; in brackets where it is supplied by the editors'),
  title: z.string(),
  kind: z.string().optional().describe('letter, message, aide-memoire …'),
  date: date.optional().describe('The one of the dates that stands in the calendar'),
  dates: z.array(date),
  senders: z.array(party),
  addressees: z.array(party),
  places: z.array(place),
  language: z.string().optional().describe('BCP 47'),
  incipit: z.string().optional().describe('The first words of the text'),
  page: z.string().describe('The web page of the letter, from this file or from the root of the web'),
  tei: z.string().describe('The letter in TEI, in the same way'),
});

/** The calendar of an edition as data, `calendar.json`. */
export const calendar = z
  .object({
    $schema: z.literal('calendar.schema.json'),
    title: z.string(),
    release: z.string().optional(),
    language: z.string().optional().describe('The main language of the volume, BCP 47'),
    licence: z.string().optional().describe('The address of the licence'),
    letters: z.array(letter).describe('In the order of the volume'),
    inPreparation: z
      .array(z.string())
      .describe('Letters that the volume lists and that are not published yet'),
  })
  .describe('The letters of an edition in their order, as data.');

export type Calendar = z.infer<typeof calendar>;

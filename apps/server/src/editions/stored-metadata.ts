import { z } from 'zod';
import { letterRow } from '../contract/letter.js';

const { number, title, dates, correspondents, incipit } = letterRow.shape;

/** The part of a letter's metadata that the calendar shows. What is wanting or not as expected counts as absent. */
const shown = z.looseObject({
  number: number.catch(null).default(null),
  title: title.catch({ text: '', supplied: false }).default({ text: '', supplied: false }),
  dates: dates.catch([]).default([]),
  correspondents: correspondents.catch([]).default([]),
  incipit: incipit.catch('').default(''),
});

/** Metadata as stored in the database, read so that metadata of an earlier release never fails the calendar. */
export type StoredMetadata = z.infer<typeof shown>;

export function storedMetadata(json: unknown): StoredMetadata {
  return shown.parse(typeof json === 'object' && json !== null ? json : {});
}

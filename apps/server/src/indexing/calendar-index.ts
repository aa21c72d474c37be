import {
  calendarDate,
  listedDate,
  readMetadata,
  readVolume,
  stepsOf,
  type VolumeMetadata,
} from '@chancery/tei';
import type { PoolClient } from 'pg';
import { readVolumeRules } from '../volume/read-volume-rules.js';
import { digestOfOrder } from '../volume/volume-revision.js';
import type { IndexedLetter, LetterIndex } from './letter-index.js';
import { plainWords } from './plain-words.js';

/** What the volume does not list stands after this place, in the order in which it came. */
export const unlistedFrom = 1_000_000_000;

/** The lines of the calendar: of each letter what its own file says, and of the volume's file the order and the numbers. */
export const calendarIndex: LetterIndex = {
  name: 'calendar',
  revision: 5,
  async write(client, letter) {
    // The order is written while no line is, and each line by the order that stands.
    const lock = letter.kind === 'front' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
    await client.query(`SELECT ${lock}(hashtext('calendar ' || $1))`, [letter.editionId]);
    if (letter.kind === 'front') await writeOrder(client, letter);
    else await writeLine(client, letter);
  },
};

async function writeLine(client: PoolClient, { id, editionId, tei }: IndexedLetter): Promise<void> {
  const { number, title, headerTitle, dates, senders, addressees, incipit = '' } = readMetadata(tei);
  const { dateRule, dateStyle } = await readVolumeRules(client, editionId);
  const order = dateRule.map(({ type }) => type);
  const date = calendarDate(dates, order);
  const printed = date && listedDate(date, dateStyle);
  const shown = title?.text ?? headerTitle ?? id;
  const people = [...senders, ...addressees].map(({ name }) => name).join(' ');
  const words = `${date?.type ?? ''} ${printed ?? ''} ${date?.when ?? ''} ${shown} ${people} ${incipit}`;
  await client.query(
    `INSERT INTO calendar_line ("letterId", "editionId", place, "ownNumber", number, "numberSupplied", "enclosedIn",
       title, "titleSupplied", "titleSort", "dateType", "datePrinted", "dateWhen", incipit, words)
     SELECT letter.id, letter."editionId", COALESCE(listed.place, ${unlistedFrom} + letter.position), $2,
       CASE WHEN listed.decides THEN listed.number ELSE $2 END, $3, listed."enclosedIn",
       $4, $5, $6, $7, $8, $9, $10, $11
     FROM letter LEFT JOIN volume_place AS listed
       ON listed."editionId" = letter."editionId" AND listed.name = letter.name
     WHERE letter.id = $1
     ON CONFLICT ("letterId") DO UPDATE SET place = excluded.place, "ownNumber" = excluded."ownNumber",
       number = excluded.number, "numberSupplied" = excluded."numberSupplied", "enclosedIn" = excluded."enclosedIn",
       title = excluded.title, "titleSupplied" = excluded."titleSupplied", "titleSort" = excluded."titleSort",
       "dateType" = excluded."dateType", "datePrinted" = excluded."datePrinted", "dateWhen" = excluded."dateWhen",
       incipit = excluded.incipit, words = excluded.words`,
    [
      id,
      number?.text ?? null,
      number?.supplied ?? false,
      shown,
      title?.supplied ?? false,
      plainWords(shown),
      date?.type ?? null,
      printed ?? null,
      date?.when ?? date?.notBefore ?? null,
      incipit,
      plainWords(words),
    ],
  );
}

async function writeOrder(client: PoolClient, { editionId, tei }: IndexedLetter): Promise<void> {
  const volume = readVolume(tei);
  const { letters: _, ...said } = volume;
  const listed = JSON.stringify(placesIn(volume));
  await client.query('DELETE FROM volume_place WHERE "editionId" = $1', [editionId]);
  await client.query(
    `INSERT INTO volume_place ("editionId", name, place, decides, number, "enclosedIn", fixed, steps)
     SELECT DISTINCT ON (name) $1, name, place, decides, number, "enclosedIn", fixed, steps
     FROM jsonb_to_recordset($2) AS listed
       (name text, place int, decides boolean, number text, "enclosedIn" text, fixed text, steps text[])
     ORDER BY name, place`,
    [editionId, listed],
  );
  await client.query(
    `INSERT INTO volume_summary ("editionId", said, documents, digest)
     SELECT $1, $2, count(*), $3 FROM volume_place WHERE "editionId" = $1
     ON CONFLICT ("editionId") DO UPDATE SET said = excluded.said, documents = excluded.documents, digest = excluded.digest`,
    [editionId, JSON.stringify(said), digestOfOrder(volume)],
  );
  await client.query(
    `UPDATE calendar_line AS line SET place = now.place, number = now.number, "enclosedIn" = now."enclosedIn"
     FROM (
       SELECT letter.id, COALESCE(listed.place, ${unlistedFrom} + letter.position) AS place, listed."enclosedIn",
         CASE WHEN listed.decides THEN listed.number ELSE each."ownNumber" END AS number
       FROM calendar_line AS each JOIN letter ON letter.id = each."letterId"
       LEFT JOIN volume_place AS listed ON listed."editionId" = letter."editionId" AND listed.name = letter.name
       WHERE each."editionId" = $1
     ) AS now
     WHERE line."letterId" = now.id AND (line.place, line.number, line."enclosedIn")
       IS DISTINCT FROM (now.place, now.number, now."enclosedIn")`,
    [editionId],
  );
}

/** The order of a volume, with the numbers that it decides: those that it fixes, and where it counts, all. */
function placesIn(volume: VolumeMetadata) {
  const counts = volume.numbering === 'by-place';
  const steps = stepsOf(volume.letters);
  let last = 0;
  return volume.letters.map(({ id, number, enclosedIn }, place) => {
    const counted = counts && enclosedIn === undefined ? String(last + 1) : undefined;
    const text = number ?? counted;
    if (text !== undefined && enclosedIn === undefined) last = Number(/\d+/.exec(text)?.[0] ?? last);
    return {
      name: id,
      place,
      decides: counts || number !== undefined,
      number: text ?? null,
      enclosedIn: enclosedIn ?? null,
      fixed: number ?? null,
      steps: steps[place] ?? [],
    };
  });
}

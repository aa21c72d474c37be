import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { enterEdition, markIndexed } from './bare-edition.mjs';
import { reportPages } from './page-times.mjs';
import { startChancery } from './running-server.mjs';

const letters = 10_000;
/** Endnotes are kept in the volume's file and called in several letters each; footnotes stand in the letters. */
const endnotes = 10_000;
const footnotes = 30_000;
const states = ['draft', 'in-review', 'changes-requested', 'approved'];

/** The tables as the house would have read them out of the letters: to index these is not what is measured. */
async function generate(client, editionId, userId) {
  await enterEdition(client, { editionId, userId, letters });
  await client.query(
    `INSERT INTO letter_note ("letterId", "noteId", "editionId", place, shown, series, text)
     SELECT $1 || '.0', 'endnote-' || place, $1, place, (place + 1)::text, 'endnote', 'The Conference of ' || md5(place::text) || ' was held in Moscow.'
     FROM generate_series(0, $2::int - 1) AS place
     UNION ALL
     SELECT $1 || '.' || 1 + place % $4::int, 'note-' || place, $1, place, (1 + place / $4::int)::text, 'footnote', 'Mentioned in ' || md5(place::text) || ', London, 1947.'
     FROM generate_series(0, $3::int - 1) AS place`,
    [editionId, endnotes, footnotes, letters],
  );
  await client.query(
    `INSERT INTO letter_callout ("letterId", place, "editionId", path, "noteId", key, before, after, "where")
     SELECT $1 || '.' || 1 + place % $3::int, place, $1, 'volume.xml', 'endnote-' || place % $2::int, md5(place::text),
       'The results of the Conference', ' were fruitful.', 'Paragraph 2'
     FROM generate_series(0, 3 * $2::int - 1) AS place
     UNION ALL
     SELECT note."letterId", 1000000 + note.place, $1, letter.path, note."noteId", md5(note."noteId"), 'He wrote', ' of it.', 'Paragraph 1'
     FROM letter_note AS note JOIN letter ON letter.id = note."letterId"
     WHERE note."editionId" = $1 AND note.series = 'footnote'`,
    [editionId, endnotes, letters],
  );
  await client.query(
    `INSERT INTO note_review ("letterId", "noteId", state, version, "editionId", series, place, line)
     SELECT note."letterId", note."noteId", ($2::text[])[1 + note.place % 4], 1, note."editionId", series, place,
       CASE letter.kind WHEN 'front' THEN -1 ELSE letter.position END
     FROM letter_note AS note JOIN letter ON letter.id = note."letterId" WHERE note."editionId" = $1`,
    [editionId, states],
  );
  await client.query(
    `INSERT INTO note_wording ("letterId", "noteId", version, wording, text)
     SELECT "letterId", "noteId", 1, '<note>' || text || '</note>', text FROM letter_note WHERE "editionId" = $1`,
    [editionId],
  );
  await client.query(
    `INSERT INTO calendar_line ("letterId", "editionId", place, "numberSupplied", title, "titleSupplied", "titleSort", incipit, words)
     SELECT id, "editionId", position, false, name, false, name, '', name FROM letter
     WHERE "editionId" = $1 AND kind = 'letter'`,
    [editionId],
  );
  await markIndexed(client, editionId);
  for (const table of [
    'letter',
    'letter_note',
    'letter_callout',
    'note_review',
    'note_wording',
    'calendar_line',
  ])
    await client.query(`VACUUM ANALYZE ${table}`);
}

const chancery = await startChancery();
const client = new pg.Client({ connectionString: chancery.databaseUrl });
try {
  await client.connect();
  const { rows } = await client.query('SELECT id FROM "user" LIMIT 1');
  const editionId = `notes-${randomUUID().slice(0, 8)}`;
  await generate(client, editionId, rows[0].id);
  const notes = `editions/${editionId}/notes`;
  const pages = {
    'all, the first': `${notes}?show=all`,
    'all, from the middle': `${notes}?show=all&after=${editionId}.5000/note-14999`,
    'that await somebody': `${notes}?show=mine`,
    'approved endnotes': `${notes}?show=approved&series=endnote`,
    'one with its callouts': `${notes}/${editionId}.0/endnote-77`,
  };
  await reportPages(chancery, {
    of: `Notes, of ${(endnotes + footnotes).toLocaleString('en')}`,
    pages,
    atMost: 100,
  });
} finally {
  await client.end();
  await chancery.stop();
}

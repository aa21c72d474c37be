// A stock Hocuspocus server that puts each update on the disk of a PostgreSQL before it acknowledges it: started with the
// address of the database, it tells its port.
import { Server } from '@hocuspocus/server';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import pg from 'pg';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { sampleLetter } from './sample-volume.mjs';

const [databaseUrl] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });
await pool.query(
  'CREATE TABLE hocuspocus (id bigserial PRIMARY KEY, name text NOT NULL, update bytea NOT NULL)',
);

/** The update that a message of the Yjs protocol carries: type 0 is synchronization, and 2 in it an update. */
function updateIn(bytes) {
  const decoder = createDecoder(bytes);
  readVarString(decoder);
  return readVarUint(decoder) === 0 && readVarUint(decoder) === 2 ? readVarUint8Array(decoder) : undefined;
}

const server = new Server({
  port: 0,
  quiet: true,
  async onLoadDocument({ document }) {
    const filled = new Doc();
    filled.getText('letter').insert(0, sampleLetter.source.replaceAll(/<[^>]*>/g, ''));
    applyUpdate(document, encodeStateAsUpdate(filled));
  },
  async beforeHandleMessage({ documentName, update }) {
    const changed = updateIn(update);
    if (!changed) return;
    await pool.query({
      name: 'store-update',
      text: 'INSERT INTO hocuspocus (name, update) VALUES ($1, $2)',
      values: [documentName, Buffer.from(changed)],
    });
  },
});
await server.listen();
process.send(server.address.port);

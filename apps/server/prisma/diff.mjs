// Prints the SQL that turns a database into what `schema.prisma` says, for the next file in `migrations/`:
//
//   node prisma/diff.mjs postgresql://…
//
// Works offline: Prisma's own schema engine is a download, this is the same engine as WebAssembly.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool } from 'pg';

async function loadEngine() {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engineModule });
  engineModule.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engineModule.SchemaEngine;
}

/**
 * An adapter that hands PostgreSQL's one-byte type "char" on, which the system's tables use: the stock one refuses it,
 * and the engine insists on a character.
 */
function adapterFor(pool) {
  const characters = new Set();
  const query = pool.query.bind(pool);
  pool.query = async (...parameters) => {
    const result = await query(...parameters);
    for (const field of result.fields) {
      if (field.dataTypeID !== 18) continue;
      field.dataTypeID = 25;
      characters.add(field.name);
    }
    return result;
  };
  const adapter = new PrismaPg(pool);
  const connect = adapter.connect.bind(adapter);
  adapter.connect = async () => {
    const connection = await connect();
    const queryRaw = connection.queryRaw.bind(connection);
    connection.queryRaw = async (statement) => {
      const result = await queryRaw(statement);
      const columnTypes = result.columnNames.map((name, index) =>
        characters.has(name) ? ColumnTypeEnum.Character : result.columnTypes[index],
      );
      return { ...result, columnTypes };
    };
    return connection;
  };
  return adapter;
}

/** The SQL from a database to the schema; `-- This is an empty migration.` when they agree. */
export async function diff(url) {
  const path = join(dirname(fileURLToPath(import.meta.url)), 'schema.prisma');
  const files = [{ path, content: readFileSync(path, 'utf8') }];
  const SchemaEngine = await loadEngine();
  const pool = new Pool({ connectionString: url });
  const engine = await SchemaEngine.new(
    { datamodels: [[path, files[0].content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapterFor(pool)),
  );
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: dirname(path) },
    to: { tag: 'schemaDatamodel', files },
    shadowDatabaseUrl: null,
    script: true,
    exitCode: null,
    filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
  });
  engine.free();
  await pool.end();
  return stdout ?? '';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(await diff(process.argv[2]));

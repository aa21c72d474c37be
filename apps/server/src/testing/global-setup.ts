import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../database/embedded/embedded-postgres.js';
import { migrate } from '../database/migrate.js';
import { templateName } from './test-database.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A running PostgreSQL, as its superuser. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for all files of the project, with one migrated database from which each makes its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-server-tests-'));
  const postgres = await startEmbeddedPostgres(folder);
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateName}`);
  await client.end();
  const template = new URL(postgres.url);
  template.pathname = `/${templateName}`;
  const inTemplate = new Client({ connectionString: template.href });
  await inTemplate.connect();
  await migrate(inTemplate);
  await inTemplate.end();
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

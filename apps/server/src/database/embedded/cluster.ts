import type { DatabaseOwner } from './database-owner.js';
import type { PostgresBinaries } from './postgres-binaries.js';

/** The files of a PostgreSQL of our own, and what is needed to work with them. */
export interface Cluster {
  readonly folder: string;
  readonly log: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly owner: DatabaseOwner | undefined;
}

/** PostgreSQL did not start; `message` says why in its own words. */
export class PostgresFailed extends Error {
  override readonly name = 'PostgresFailed';
}

export const userName = 'chancery';

/** Only what PostgreSQL needs: PGDATA and its kin in somebody's shell must not lead it elsewhere. */
export const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };

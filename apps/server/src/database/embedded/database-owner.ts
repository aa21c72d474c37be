import { readFileSync } from 'node:fs';

/** The user that PostgreSQL's files and processes belong to. */
export interface DatabaseOwner {
  readonly uid: number;
  readonly gid: number;
}

const firstPrivateId = 10_000;

function takenIds(file: string): Map<string, number> {
  const ids = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [name, , id] = line.split(':');
    if (name && id) ids.set(name, Number(id));
  }
  return ids;
}

function firstFree(taken: Iterable<number>): number {
  const ids = new Set(taken);
  let id = firstPrivateId;
  while (ids.has(id)) id += 1;
  return id;
}

/**
 * The user to run PostgreSQL as, or undefined when we are not root and it runs as ourselves.
 *
 * PostgreSQL refuses to run as root. It needs no account, only a number: the first one from 10000 up that belongs to
 * nobody, so that no other program shares its files.
 */
export function databaseOwner(): DatabaseOwner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return {
    uid: firstFree(takenIds('/etc/passwd').values()),
    gid: firstFree(takenIds('/etc/group').values()),
  };
}

/**
 * The user to run `initdb` as when we are root: unlike the server itself it insists on a user that has a name.
 * What it makes is handed to the owner afterwards.
 */
export function namedUnprivilegedUser(): DatabaseOwner {
  const users = takenIds('/etc/passwd');
  for (const name of ['nobody', 'daemon', 'bin']) {
    const uid = users.get(name);
    if (uid) return { uid, gid: uid };
  }
  const [uid] = [...users.values()].filter((id) => id !== 0);
  if (uid === undefined) {
    throw new Error(
      'This machine knows no user but root, and PostgreSQL does not run as root. Start Chancery as another user, or set DATABASE_URL.',
    );
  }
  return { uid, gid: uid };
}

import { spawnSync } from 'node:child_process';
import {
  chownSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Cluster, environment, PostgresFailed, userName } from './cluster.js';
import { type DatabaseOwner, namedUnprivilegedUser } from './database-owner.js';

function giveTo(path: string, owner: DatabaseOwner): void {
  lchownSync(path, owner.uid, owner.gid);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(join(path, name), owner);
}

/** Makes the cluster's files: beside their place, so that an interrupted start leaves nothing half-made. */
export function initialise(cluster: Cluster): void {
  const { folder, owner, binaries } = cluster;
  const half = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  const user = owner && namedUnprivilegedUser();
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (user) {
    chownSync(half, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    const { status, stderr, error } = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${half}`,
        `--username=${userName}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { encoding: 'utf8', env: environment, ...user },
    );
    if (status !== 0) throw new PostgresFailed(`initdb failed. ${error?.message ?? stderr}`.trim());
  } finally {
    rmSync(passwordFile, { force: true });
  }
  if (owner) giveTo(half, owner);
  renameSync(half, folder);
}

import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseOwner } from './database-owner.js';

/** Whether a user may pass through every folder on the way to a path, itself included when it is a folder. */
export function withinReach(path: string, owner: DatabaseOwner): boolean {
  let folder = path;
  for (;;) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    const parent = dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

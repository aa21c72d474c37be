import { may, type Role } from '@chancery/workflow';
import type { EditionHead } from '../contract/edition.js';

/** What somebody of a role may do with an edition as a whole. */
export function editionRights(role: Role): EditionHead['may'] {
  return {
    importLetters: may(role, 'import-letters'),
    manageImages: may(role, 'manage-images'),
    publish: may(role, 'publish-edition'),
    setSchemas: may(role, 'set-schemas'),
    manageMembers: may(role, 'manage-members'),
    readLog: may(role, 'read-log'),
  };
}

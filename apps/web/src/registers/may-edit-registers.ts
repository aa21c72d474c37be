import { isRole, may } from '@chancery/workflow';
import type { Volume } from '../api/volume.js';

/** Whether somebody may make and change entries of a volume's registers. */
export function mayEditRegisters(volume: Pick<Volume, 'role'>): boolean {
  const word = volume.role.replaceAll(' ', '-');
  return isRole(word) && may(word, 'edit-registers');
}

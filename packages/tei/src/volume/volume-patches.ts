import { parseTree } from '@chancery/xml';
import type { SourcePatch } from '../header/write/source-patch.js';
import { generatedPartPatches } from './generated-parts.js';
import { listedPatches } from './listed-patches.js';
import { matterPatches } from './matter-patches.js';
import { nonExtantPatches } from './non-extant-patches.js';
import { besidePatches, numberPatches, placePatches, stepPatches } from './place-patches.js';
import { silentMethodPatches } from './silent-method.js';
import {
  dateRulePatches,
  dateStylePatches,
  imagePatches,
  languagePatches,
  nameStylePatches,
  noteRulePatches,
  numberingPatches,
  pageSettingPatches,
} from './style-patches.js';
import type { VolumeEdit } from './volume-edit.js';

/**
 * The patches of the volume's own file that make it say something else of the volume. All else of it stays as it is.
 *
 * @throws {NoSuchPlace} for a document that is not there, or that would come to stand within itself
 * @throws {CannotWrite} where the file has no place for it that can be written without touching more
 * @throws {NoRootElement} when the source holds no element
 */
export function volumePatches(source: string, edit: VolumeEdit): SourcePatch[] {
  const tei = parseTree(source);
  switch (edit.change) {
    case 'listed':
      return listedPatches(source, tei, edit.target, edit.place);
    case 'place':
      return placePatches(source, tei, edit.letter, edit.to);
    case 'step':
      return stepPatches(source, tei, edit.letter, edit.step);
    case 'beside':
      return besidePatches(source, tei, edit.letter, edit);
    case 'number':
      return numberPatches(source, tei, edit.letter, edit.number);
    case 'numbering':
      return numberingPatches(source, tei, edit.value);
    case 'date-rule':
      return dateRulePatches(source, tei, edit.value);
    case 'date-style':
      return dateStylePatches(source, tei, edit.value);
    case 'name-style':
      return nameStylePatches(source, tei, edit.value);
    case 'note-rules':
      return noteRulePatches(source, tei, edit.value);
    case 'leave-images-out':
      return imagePatches(source, tei, edit.value);
    case 'page':
      return pageSettingPatches(source, tei, edit.value);
    case 'languages':
      return languagePatches(source, tei, edit.value);
    case 'method':
      return silentMethodPatches(source, tei, edit.value);
    case 'generated':
      return generatedPartPatches(source, tei, edit.value);
    case 'matter':
      return matterPatches(source, tei, edit.piece, edit.before);
    default:
      return nonExtantPatches(source, tei, edit.index, edit.value);
  }
}

import { fileStem, type PageSetting, readVolume } from '@chancery/tei';
import { checkWellFormed } from '@chancery/xml';
import type { PrintTemplate, ProofMarks } from './print-template.js';

/**
 * How a volume is set: as its file says, unless another template is asked for. A proof is set by the volume's own.
 *
 * @param volume the source of the volume's own file
 */
export function pageOf(volume: string, template?: PrintTemplate): PageSetting {
  // What cannot be read is told of where it is set.
  const { page } = readVolume(checkWellFormed(volume) === undefined ? volume : '<TEI/>');
  return template === undefined || template === 'proof' ? page : { ...page, template };
}

/**
 * The data that the setting reads, as JSON. What is asked is none of it: that stands in the text.
 *
 * @param alone whether documents are set without the parts of the volume round them
 * @param upright the characters of the edition that its face has upright only
 */
export function pressSettings(
  page: PageSetting,
  alone: boolean,
  upright: string,
  marks?: ProofMarks,
): string {
  if (!marks) return JSON.stringify({ ...page, alone, upright });
  const documents = Object.entries(marks.documents ?? {}).map(([path, state]) => [fileStem(path), state]);
  const { stage, revision, date } = marks;
  const proof = { stage, revision, date, documents: Object.fromEntries(documents) };
  return JSON.stringify({ ...page, alone, upright, proof });
}

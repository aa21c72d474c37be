import type { TeiVolumePlan } from '@chancery/server/api';
import { counted } from '../letters/counted.js';
import { mostNamed } from './return-words.js';

/** What files would make, in sentences: what is called how, how many documents, in which form. Of files without a document, nothing. */
export function volumeWords(plan: TeiVolumePlan): string[] {
  const { title, isTitled, documents, series, hasVolumeFile } = plan;
  if (documents === 0) return [];
  const inSeries = series.reduce((sum, each) => sum + each.documents, 0);
  const alone = documents - inSeries;
  const more = series.slice(mostNamed);
  return [
    isTitled
      ? `A new volume, “${title}”, of ${counted(documents, 'document')}.`
      : `A new volume of ${counted(documents, 'document')}. No file says what it is called.`,
    ...series.slice(0, mostNamed).map(seriesWords),
    more.length > 0 ? `${counted(more.length, 'file')} more of many documents, all edited likewise.` : '',
    alone > 0 ? filesWords(alone, series.length > 0) : '',
    hasVolumeFile
      ? `A file among them gives the volume ${isTitled ? 'its title and ' : ''}the order of its documents.`
      : alone > 1
        ? 'No file lists the documents: they come in the order of their names.'
        : '',
    'You will be its chief editor; nobody else sees it until you invite them.',
  ].filter(Boolean);
}

function filesWords(alone: number, besides: boolean): string {
  if (alone === 1) return besides ? 'Another document is a file of its own.' : 'It is one file.';
  return besides
    ? `${alone} others are a file each (a folder of letters).`
    : 'Each is a file of its own (a folder of letters).';
}

function seriesWords({ path, element, documents }: TeiVolumePlan['series'][number]): string {
  const form =
    element === 'TEI' ? 'a TEI element for each (a teiCorpus)' : 'a div for each (a documentary series)';
  return `${path} holds ${counted(documents, 'document')}, ${form}. Each is edited as a letter, and the file is taken out again whole.`;
}

/** Whether it can be brought in, as it is or with what is to be mended. With nothing in it but that, it cannot. */
export function canComeIn({ errors, toMend, documents }: TeiVolumePlan, mendLater: boolean): boolean {
  return errors === 0 && (toMend === 0 || mendLater) && documents > 0;
}

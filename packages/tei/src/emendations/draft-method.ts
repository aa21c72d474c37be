import type { EmendationKind } from '../element-row.js';

const marked: Readonly<Record<EmendationKind, string>> = {
  correction: 'What is plainly wrong in the copy is corrected.',
  regularization: 'Irregular spellings are made regular.',
  expansion: 'Abbreviations are written out where they would be misunderstood.',
  supplied:
    'Words that the editors supply stand in square brackets; a title that they supply has an asterisk.',
  surplus: 'Words that the copy has twice, or by mistake, are left out.',
  unclear: 'Words that could not be read with certainty are given as they were most likely meant.',
  gap: 'What is lost or cannot be read is shown as a gap.',
};

/**
 * The paragraphs in which an edition states how it departs from its copy: first what it corrects without a mark, then what
 * it marks, of the kinds that its letters hold. To be read and reworded by the editors.
 *
 * @param silent what is corrected silently, a sentence each
 */
export function draftMethod(silent: readonly string[], kinds: readonly EmendationKind[]): string[] {
  const sentences = silent.map((each) => each.trim()).filter(Boolean);
  const told = kinds.map((kind) => marked[kind]);
  return [
    ...(sentences.length > 0
      ? [`The following is corrected without a mark in the text. ${sentences.map(asSentence).join(' ')}`]
      : []),
    ...(told.length > 0
      ? [
          `${told.join(' ')} Every such place stands in the list of emendations, with the reading of the copy.`,
        ]
      : []),
  ];
}

function asSentence(words: string): string {
  const begun = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

import { EditRefused, NotWellFormed, type OpenLetter, sourceStep } from '@chancery/prosemirror-tei';
import { CannotWrite, patched, type SourcePatch } from '@chancery/tei';
import { escapeText } from '@chancery/xml';
import type { Step } from 'prosemirror-transform';
import type { LetterChecker } from '../checking/letter-checker.js';

/** What is to be written into a header, and why it is not where it cannot be. */
export interface HeaderEdit {
  readonly steps: readonly Step[];
  readonly whyNot: string | null;
}

/**
 * The step that writes something into the header of a letter. It is not written where the header has no place for it, or where
 * the schemas of the edition would have something against it that they had not before.
 */
export async function headerEdit(
  checker: LetterChecker,
  letterId: string,
  letter: OpenLetter,
  patchesOf: (source: string) => SourcePatch[],
): Promise<HeaderEdit> {
  try {
    const patches = patchesOf(letter.source).map((patch) => writableIn(letter, patch));
    const source = patched(letter.source, patches);
    const step = sourceStep(letter, source);
    if (!step) return { steps: [], whyNot: null };
    if (await checker.addsErrors(letterId, letter.source, source)) {
      return { steps: [], whyNot: 'The schema of the edition does not allow it in the header.' };
    }
    return { steps: [step], whyNot: null };
  } catch (error) {
    if (error instanceof CannotWrite || error instanceof EditRefused || error instanceof NotWellFormed) {
      return { steps: [], whyNot: error.message };
    }
    throw error;
  }
}

/** What the file's encoding cannot write stands as character references: in text and in values they are read as what they stand for. */
function writableIn({ options }: OpenLetter, patch: SourcePatch): SourcePatch {
  const text = Array.from(patch.text, (character) =>
    options.writable(character.codePointAt(0) ?? 0) ? character : escapeText(character, options.writable),
  ).join('');
  return { ...patch, text };
}

/** A day as the header writes it, in Greenwich. */
export function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

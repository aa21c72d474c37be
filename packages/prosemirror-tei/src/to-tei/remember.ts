import type { OpenLetter, Revision } from '../open-letter.js';

/** How many characters of former sources are kept, and how many of them at most. */
const CHARACTERS = 4_000_000;
const REVISIONS = 200;

/** The letter's past with its present added; the oldest is forgotten when there is too much of it. */
export function remember(letter: OpenLetter, bySource = false): readonly Revision[] {
  const { source, doc, base, origins, flattened, past } = letter;
  const most = Math.max(1, Math.min(REVISIONS, Math.floor(CHARACTERS / Math.max(1, source.length))));
  return [
    ...past.slice(Math.max(0, past.length - most + 1)),
    { source, doc, base, origins, flattened, bySource },
  ];
}

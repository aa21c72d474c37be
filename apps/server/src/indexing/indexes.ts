import { registerIndex } from '../registers/register-index.js';
import { searchIndex } from '../searching/search-index.js';
import { calendarIndex } from './calendar-index.js';
import { emendationsIndex } from './emendations-index.js';
import type { LetterIndex } from './letter-index.js';
import { notesIndex } from './notes-index.js';
import { referencesIndex } from './references-index.js';

/** All that is kept of the letters' TEI in tables of its own. */
export const letterIndexes: readonly LetterIndex[] = [
  calendarIndex,
  emendationsIndex,
  notesIndex,
  referencesIndex,
  searchIndex,
  registerIndex,
];

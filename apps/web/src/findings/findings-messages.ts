import type { EditionSchemas, LetterDetail, StepJson } from '@chancery/server/api';
import type { LetterMetadata } from '@chancery/tei';
import type { PlacedFinding } from './placed-finding.js';

/** What the desk tells the findings worker. */
export type ToFindings =
  /** The state that the letter is loaded from, and the schemas that its edition has of its own; sent once, first. */
  | { type: 'open'; base: LetterDetail['base']; own: EditionSchemas }
  /**
   * Check the letter as it stands now: `acknowledged` are the stored steps that the worker has not been told of yet,
   * `waiting` all those that the server has not acknowledged, standing upon them.
   */
  | { type: 'check'; acknowledged: StepJson[]; waiting: StepJson[] };

/** What the findings worker answers; `took` says how long the check was, in milliseconds. */
export type FromFindings =
  | { type: 'findings'; findings: PlacedFinding[]; metadata: LetterMetadata; took: number }
  /** The check could not be made; the letter itself is not touched by that. */
  | { type: 'failed'; message: string };

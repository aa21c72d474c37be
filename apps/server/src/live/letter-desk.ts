import type { RefusalCode, StepsMessage, StoredStepsMessage } from '../contract/live.js';
export interface LetterDesk {
  x?: [StepsMessage, StoredStepsMessage, RefusalCode];
}

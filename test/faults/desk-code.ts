// The part of the desk that saves, as it runs in a browser: bundled, and run once for each window of the fault tests.
export { openBase } from '../../apps/web/src/editor/open-base.js';
export { claimClient } from '../../apps/web/src/saving/claim-client.js';
export { changesKept } from '../../apps/web/src/saving/kept-changes.js';
export { LetterSaver, received } from '../../apps/web/src/saving/letter-saver.js';
export { openState } from '../../apps/web/src/saving/open-state.js';
export { StepLog } from '../../apps/web/src/saving/step-log.js';

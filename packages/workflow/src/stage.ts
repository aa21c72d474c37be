/** The stages of a letter, in the order in which it passes through them. */
export const stages = [
  'transcription',
  'first-proof',
  'second-proof',
  'notes-review',
  'ready',
  'published',
] as const;

/** Where a letter stands on its way to the press. */
export type Stage = (typeof stages)[number];

/** Whether a stored word is a stage of this release. */
export function isStage(word: string): word is Stage {
  return (stages as readonly string[]).includes(word);
}

/** The stage as people call it: "First proof". */
export function stageLabel(stage: Stage): string {
  const words = stage.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The stage that a letter is handed on to, or `undefined` at the end of the way. */
export function stageAfter(stage: Stage): Stage | undefined {
  return stages[stages.indexOf(stage) + 1];
}

/** The stage that a letter is returned to, or `undefined` at the beginning of the way. */
export function stageBefore(stage: Stage): Stage | undefined {
  return stages[stages.indexOf(stage) - 1];
}

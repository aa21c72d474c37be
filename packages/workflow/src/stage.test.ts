import { expect, test } from 'vitest';
import { isStage, stageAfter, stageBefore, stageLabel, stages } from './stage.js';

test('a letter passes through six stages and no others', () => {
  expect(stages.map(stageLabel)).toEqual([
    'Transcription',
    'First proof',
    'Second proof',
    'Notes review',
    'Ready',
    'Published',
  ]);
  expect(isStage('second-proof')).toBe(true);
  expect(isStage('third-proof')).toBe(false);
});

test('handing on and returning are each other’s inverse, and end at the ends', () => {
  expect(stageBefore('transcription')).toBeUndefined();
  expect(stageAfter('published')).toBeUndefined();
  for (const stage of stages) {
    const next = stageAfter(stage);
    if (next) expect(stageBefore(next)).toBe(stage);
  }
});

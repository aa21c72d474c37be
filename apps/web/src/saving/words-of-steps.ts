import { schema, wordsOf } from '@chancery/prosemirror-tei';
import type { StepJson } from '@chancery/server/api';
import { ReplaceStep, Step } from 'prosemirror-transform';

/** The words that steps would bring, without a document to take them in: one text for each place that was written at. */
export function wordsOfSteps(steps: readonly StepJson[]): string[] {
  const words: string[] = [];
  let run: ReplaceStep | undefined;
  const end = () => {
    if (run) words.push(wordsOf(run.slice));
    run = undefined;
  };
  for (const json of steps) {
    const step = read(json);
    if (!(step instanceof ReplaceStep)) {
      end();
      if (!step || textsIn(json).length > 0) words.push(textsIn(json).join(' '));
      continue;
    }
    const whole = run?.merge(step);
    if (whole instanceof ReplaceStep) run = whole;
    else {
      end();
      run = step;
    }
  }
  end();
  return words.filter((each) => each !== '');
}

/** Undefined when a step is none that this release knows. */
function read(json: StepJson): Step | undefined {
  try {
    return Step.fromJSON(schema, json);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Every text in a step that cannot be read otherwise. */
function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}

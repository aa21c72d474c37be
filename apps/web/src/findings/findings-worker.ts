import { type OpenLetter, openLetter, schema } from '@chancery/prosemirror-tei';
import { applySteps } from '../editor/engine-shim.js';
import { readMetadata } from '@chancery/tei';
import { createValidator, type Validator } from '@chancery/validation';
import { Step } from 'prosemirror-transform';
import rng from '../../../../schemas/letters.rng?raw';
import sch from '../../../../schemas/letters.sch?raw';
import type { FromFindings, ToFindings } from './findings-messages.js';
import { placeFindings } from './place-findings.js';

/* The letter is kept as TEI here, away from the typing, by the same steps as on the server; the validator looks at
   that source, and its offsets are turned into places in the document. */

const validator: Promise<Validator> = createValidator({ rng, sch });
let letter: OpenLetter | undefined;

function answer(message: FromFindings): void {
  self.postMessage(message);
}

self.onmessage = async (event: MessageEvent<ToFindings>) => {
  const message = event.data;
  if (message.type === 'open') {
    letter = openLetter(message.source);
    return;
  }
  try {
    if (!letter) throw new Error('no letter is open');
    letter = take(letter, message.acknowledged);
    const now = take(letter, message.waiting);
    const { validate } = await validator;
    answer({
      type: 'findings',
      check: message.check,
      findings: placeFindings(validate(now.source), now),
      metadata: readMetadata(now.source),
    });
  } catch (error) {
    answer({
      type: 'failed',
      check: message.check,
      message: error instanceof Error ? error.message : String(error),
    });
  }
};

function take(from: OpenLetter, steps: readonly object[]): OpenLetter {
  return steps.length === 0
    ? from
    : applySteps(
        from,
        steps.map((step) => Step.fromJSON(schema, step)),
      );
}

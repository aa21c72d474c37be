import { applySteps, EditRefused, type OpenLetter, SourceStep, schema } from '@chancery/prosemirror-tei';
import { readMetadata } from '@chancery/tei';
import { broughtFindings, createValidator, type Finding } from '@chancery/validation';
import { ReplaceStep, Step } from 'prosemirror-transform';
import rng from '../../../../schemas/letters.rng?raw';
import sch from '../../../../schemas/letters.sch?raw';
import { openBase } from '../editor/open-base.js';
import type { FromFindings, ToFindings } from './findings-messages.js';
import { placeFindings } from './place-findings.js';

/* The letter is kept as TEI here, away from the typing, by the same steps as on the server; the validator looks at
   that source, and its offsets are turned into places in the document. */

let validator: ReturnType<typeof createValidator> | undefined;
let letter: OpenLetter | undefined;
/** What the first check found: what editing brings is told apart from it. */
let first: readonly Finding[] | undefined;

/** Takes a message of the desk, and gives the answer to a check. */
export async function hear(message: ToFindings): Promise<FromFindings | undefined> {
  if (message.type === 'open') {
    letter = openBase(message.base);
    first = undefined;
    validator = createValidator({ rng: message.own.rng ?? rng, sch: message.own.sch ?? sch });
    return undefined;
  }
  if (!letter || !validator) throw new Error('No letter is open.');
  const { validate } = await validator;
  const began = performance.now();
  letter = take(letter, message.acknowledged);
  const now = take(letter, message.waiting);
  const findings = validate(now.source);
  first ??= findings;
  const brought = new Set(broughtFindings(first, findings));
  const placed = placeFindings(findings, now);
  return {
    type: 'findings',
    findings: placed.map((finding, index) => {
      const source = findings[index];
      return source && brought.has(source) ? { ...finding, brought: true } : finding;
    }),
    metadata: readMetadata(now.source),
    took: performance.now() - began,
  };
}

function take(from: OpenLetter, steps: readonly object[]): OpenLetter {
  if (steps.length === 0) return from;
  const read = steps.map((step) => Step.fromJSON(schema, step));
  try {
    return applySteps(from, read);
  } catch (error) {
    if (!(error instanceof EditRefused && error.code === 'source-changed')) throw error;
    // White space that the server has written otherwise, batch by batch, is no reason to stop checking.
    return applySteps(from, read.map(asTextEdit));
  }
}

/** An edit of the source as what it says of the document, to be written as edits of the text are. */
function asTextEdit(step: Step): Step {
  return step instanceof SourceStep ? new ReplaceStep(step.from, step.to, step.slice) : step;
}

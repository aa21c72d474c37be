import type { Transaction } from 'prosemirror-state';
import { SourceStep } from '../steps/source-step.js';
import { changedRegion } from '../to-tei/changed-region.js';
import { checkText } from '../to-tei/check-text.js';
import { docTokens } from '../to-tei/doc-token.js';
import { EditRefused } from '../to-tei/edit-refused.js';
import { faultsBrought } from './faults-brought.js';
import { parts } from './parts.js';

const known = new WeakMap<Transaction, { steps: number; refusal: string | undefined }>();

/**
 * Why an edit of this window may not be made, in words for editors; undefined when it may. What others did, and what
 * undo brings back, is never judged: it stood in the letter before.
 */
export function refusalOf(tr: Transaction): string | undefined {
  if (!tr.docChanged || tr.getMeta('rebased') !== undefined || tr.getMeta('history$') !== undefined)
    return undefined;
  // Whoever edits the source sees the findings beside it.
  if (tr.steps.some((step) => step instanceof SourceStep)) return undefined;
  const judged = known.get(tr);
  if (judged?.steps === tr.steps.length) return judged.refusal;
  const refusal = judge(tr);
  known.set(tr, { steps: tr.steps.length, refusal });
  return refusal;
}

function judge({ before, doc }: Transaction): string | undefined {
  const region = changedRegion(before, doc);
  if (!region) return undefined;
  if (parts(before) !== parts(doc))
    return 'The parts of the file stay: its header, text, front, body and back.';
  try {
    checkText(docTokens(doc, region.from, region.newTo));
  } catch (error) {
    if (error instanceof EditRefused) return error.message;
    throw error;
  }
  return faultsBrought(before, doc)[0]?.words;
}

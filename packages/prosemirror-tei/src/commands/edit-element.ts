import { Mark } from 'prosemirror-model';
import { findInstance } from '../steps/find-instance.js';
import { type AttributeChanges, SetAttributesStep } from '../steps/set-attributes-step.js';
import { unwrapRange } from '../steps/unwrap-range.js';
import { type GuardedCommand, guarded } from './guarded.js';
import { mayUnwrap } from './may-unwrap.js';

const gone = 'The element is not there any more.';

/** Sets attributes of an element by its instance id; `null` takes one away. Not available when it is not there, nor
 * for an attribute or a value that the table does not give the element. */
export function setAttributes(id: string, changes: AttributeChanges): GuardedCommand {
  return guarded((state) =>
    findInstance(state.doc, id) ? state.tr.step(new SetAttributesStep(id, changes)) : gone,
  );
}

/** Takes a phrase element away and leaves its text. Not available for other elements, nor where
 * what it holds cannot stand without it. */
export function clearElement(id: string): GuardedCommand {
  return guarded((state) => {
    const found = findInstance(state.doc, id);
    if (!found) return gone;
    if (!(found.held instanceof Mark)) return 'Only marks can be taken away from their words.';
    if (!mayUnwrap(state.doc, found.from, found.to, found.held))
      return 'What it holds cannot stand without it.';
    return unwrapRange(state.tr, found.from, found.to, found.held);
  });
}

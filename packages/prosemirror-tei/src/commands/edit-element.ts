import { Mark } from 'prosemirror-model';
import type { Command } from 'prosemirror-state';
import { findInstance } from '../steps/find-instance.js';
import { type AttributeChanges, SetAttributesStep } from '../steps/set-attributes-step.js';
import { UnwrapStep } from '../steps/unwrap-step.js';
import { mayUnwrap } from './may-unwrap.js';

/** Sets attributes of an element by its instance id; `null` takes one away. Not available when it is not there. */
export function setAttributes(id: string, changes: AttributeChanges): Command {
  return (state, dispatch) => {
    if (!findInstance(state.doc, id)) return false;
    dispatch?.(state.tr.step(new SetAttributesStep(id, changes)));
    return true;
  };
}

/** Takes a phrase element away and leaves its text. Not available for other elements, nor where
 * what it holds cannot stand without it. */
export function clearElement(id: string): Command {
  return (state, dispatch) => {
    const found = findInstance(state.doc, id);
    if (!(found?.held instanceof Mark) || !mayUnwrap(state.doc, found.from, found.to, found.held))
      return false;
    dispatch?.(state.tr.step(new UnwrapStep(found.from, found.to, found.held)));
    return true;
  };
}

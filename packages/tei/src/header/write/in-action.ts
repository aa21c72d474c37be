import { childElements, type XmlElement } from '@chancery/xml';
import { attribute } from '../element-tree.js';
import type { DateType } from '../letter-metadata.js';
import { actionsOf } from '../read-correspondence.js';
import { dateTypeOf } from '../read-dates.js';
import { type NewElement, removal } from './element-patch.js';
import { putBeside, putInto } from './header-part.js';
import type { SourcePatch } from './source-patch.js';

/** A letter's source with its tree. */
export interface LetterFile {
  readonly source: string;
  readonly tei: XmlElement;
}

/** The action that an element stands in. */
export function actionOf(element: XmlElement): XmlElement | undefined {
  return element.parent?.localName === 'correspAction' || !element.parent
    ? element.parent
    : actionOf(element.parent);
}

/** The order in which events on the way of a letter are told. */
const WAY = ['sent', 'signed', 'transmitted', 'redirected', 'forwarded', 'received'];

/**
 * The patch that puts an element into an action of the correspondence, which is made where there is none of the type.
 *
 * @param ofDate what a date that is put there is to say: of those transmitted some were handed over
 */
export function putIntoAction(
  { source, tei }: LetterFile,
  type: string,
  element: NewElement,
  ofDate?: DateType,
): SourcePatch {
  const action = actionsOf(tei).find(
    (each) => attribute(each, 'type') === type && (!ofDate || dateTypeOf(each) === ofDate),
  );
  if (action) return putBeside(source, action, element);
  const whole: NewElement = {
    name: 'correspAction',
    attributes: { type, subtype: ofDate === 'handed' ? 'handed' : undefined },
    content: [element],
  };
  const actions = actionsOf(tei);
  const parent = actions[0]?.parent;
  if (!parent) return putInto(source, tei, ['profileDesc', 'correspDesc'], whole);
  const rank = WAY.indexOf(type);
  const before = new Set(actions.filter((each) => WAY.indexOf(attribute(each, 'type') ?? '') < rank));
  const behind = actions.find((each) => !before.has(each));
  const children = childElements(parent);
  return putBeside(source, parent, whole, (child) => {
    if (before.has(child)) return true;
    // What stands before all actions stays there.
    return behind !== undefined && children.indexOf(child) < children.indexOf(actions[0] ?? child);
  });
}

/** The patch that takes an element out of an action. What holds nothing else goes with it, up to the correspondence as a whole. */
export function removeFromAction({ source }: LetterFile, element: XmlElement): SourcePatch {
  let whole = element;
  for (let up = whole.parent; up && /^corresp/.test(up.localName); up = up.parent) {
    const rest = up.children.filter(
      (child) => child !== whole && !(child.type === 'text' && !child.value.trim()),
    );
    if (rest.length > 0) break;
    whole = up;
  }
  return removal(source, whole);
}

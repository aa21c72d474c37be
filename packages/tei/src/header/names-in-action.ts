import { classMembers } from '../content/class-members.js';
import { elements } from '../elements/index.js';

const members = classMembers(elements);

/** The elements that name who had a part in an action of the correspondence. */
export const namesInAction: ReadonlySet<string> = new Set([
  ...(members.get('model.nameLike.agent') ?? []),
  'rs',
]);

/** The elements that name the place of an action. */
export const placesInAction: ReadonlySet<string> = new Set(['placeName', 'settlement']);

import type { ElementRow } from '../element-row.js';
import { modelClasses } from '../model-classes.js';

/** For each model class, the names of the elements that belong to it, directly or through another class. */
export function classMembers(elements: readonly ElementRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>(Object.keys(modelClasses).map((name) => [name, new Set()]));
  const add = (className: string, element: string) => {
    const own = members.get(className);
    if (own === undefined) throw new UnknownModelClass(className, element);
    own.add(element);
    for (const wider of modelClasses[className] ?? []) add(wider, element);
  };
  for (const row of elements) for (const className of row.classes) add(className, row.name);
  return members;
}

/** A row or a class names a model class that `modelClasses` does not know. */
export class UnknownModelClass extends Error {
  override readonly name = 'UnknownModelClass';
  constructor(className: string, member: string) {
    super(`<${member}> is said to belong to the unknown model class ${className}`);
  }
}

import type { AttributeClass } from './attribute-class.js';
import { attributeClasses } from './attribute-classes/index.js';
import type { AttributeRow, ElementRow } from './element-row.js';

const byName: ReadonlyMap<string, AttributeClass> = new Map(attributeClasses.map((one) => [one.name, one]));

/** A row or an attribute class names an attribute class that is not in the table. */
export class UnknownAttributeClass extends Error {
  override readonly name = 'UnknownAttributeClass';
  constructor(className: string) {
    super(`Unknown attribute class ${className}`);
  }
}

/** The attribute class of that name. @throws UnknownAttributeClass */
export function attributeClassOf(name: string): AttributeClass {
  const found = byName.get(name);
  if (found === undefined) throw new UnknownAttributeClass(name);
  return found;
}

/** `names` and every class that they bring with them, each once, in the order of first mention. */
export function withInheritedClasses(names: readonly string[]): readonly AttributeClass[] {
  const found = new Map<string, AttributeClass>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    const attributeClass = attributeClassOf(name);
    found.set(name, attributeClass);
    attributeClass.classes.forEach(visit);
  };
  names.forEach(visit);
  return [...found.values()];
}

/** All attributes that an element may carry, its own first; an own one takes the place of a class's, and keeps its label. */
export function attributesOf(row: ElementRow): readonly AttributeRow[] {
  const found = new Map(row.attributes.map((attribute) => [attribute.name, attribute]));
  for (const { attributes } of withInheritedClasses(row.attributeClasses)) {
    for (const attribute of attributes) {
      const own = found.get(attribute.name);
      if (own === undefined) found.set(attribute.name, attribute);
      else if (own.label === undefined && attribute.label !== undefined)
        found.set(attribute.name, { ...own, label: attribute.label });
    }
  }
  return [...found.values()];
}

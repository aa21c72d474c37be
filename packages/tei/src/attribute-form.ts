import { attributesOf, withInheritedClasses } from './attributes-of.js';
import type { AttributeRow, ElementRow } from './element-row.js';

/** How the desk asks for a value. */
export type AttributeControl = 'text' | 'choice' | 'suggestions' | 'date' | 'link' | 'number' | 'truth';

/** One field of the form for an element's attributes. */
export interface AttributeField {
  readonly attribute: AttributeRow;
  readonly control: AttributeControl;
}

/** Fields that belong together: the element's own, or those of one attribute class. */
export interface AttributeFieldGroup {
  /** `own`, or the name of the attribute class. */
  readonly name: string;
  readonly label: string;
  readonly fields: readonly AttributeField[];
}

/**
 * The form for the attributes of an element: its own first, then those of each attribute class, in the order in which
 * the row names them; the global ones come last. No attribute stands in it twice.
 */
export function attributeForm(row: ElementRow): readonly AttributeFieldGroup[] {
  const left = new Map(attributesOf(row).map((attribute) => [attribute.name, attribute]));
  const fieldsOf = (attributes: readonly AttributeRow[]) =>
    attributes.flatMap(({ name }) => {
      const attribute = left.get(name);
      left.delete(name);
      return attribute === undefined ? [] : [{ attribute, control: controlOf(attribute) }];
    });
  const classes = withInheritedClasses(row.attributeClasses);
  const isGlobal = (name: string) => name.startsWith('att.global');
  const ordered = [
    ...classes.filter((one) => !isGlobal(one.name)),
    ...classes.filter((one) => isGlobal(one.name)),
  ];
  return [
    { name: 'own', label: row.label, fields: fieldsOf(row.attributes) },
    ...ordered.map((one) => ({
      name: one.name,
      label: one.gloss,
      fields: fieldsOf(one.attributes),
    })),
  ].filter((group) => group.fields.length > 0);
}

function controlOf(attribute: AttributeRow): AttributeControl {
  if (attribute.values !== undefined) return attribute.closed && !attribute.many ? 'choice' : 'suggestions';
  switch (attribute.type) {
    case 'teidata.certainty':
      return 'suggestions';
    case 'teidata.temporal.w3c':
      return 'date';
    case 'teidata.pointer':
      return 'link';
    case 'teidata.count':
    case 'teidata.numeric':
    case 'teidata.probability':
      return 'number';
    case 'teidata.truthValue':
      return 'truth';
    default:
      return 'text';
  }
}

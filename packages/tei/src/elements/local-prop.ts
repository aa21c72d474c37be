import type { ElementRow } from '../element-row.js';

export const localProp: ElementRow = {
  name: 'localProp',
  module: 'gaiji',
  label: 'Property',
  gloss: 'A property of a character, in the terms of this edition.',
  shape: 'header',
  classes: [],
  content: 'empty',
  attributeClasses: ['att.global'],
  attributes: [
    {
      name: 'name',
      label: 'Name',
      type: 'teidata.xmlName',
      required: true,
      gloss: 'What the property is called.',
    },
    {
      name: 'value',
      label: 'Value',
      type: 'teidata.text',
      required: true,
      gloss: 'The value of the property.',
    },
    {
      name: 'scheme',
      label: 'Scheme',
      type: 'teidata.enumerated',
      gloss: 'The scheme to which the property belongs.',
    },
  ],
  guidelines: '5.2.1 Character Properties',
  example: '<localProp name="entity" value="rrotunda"/>',
};

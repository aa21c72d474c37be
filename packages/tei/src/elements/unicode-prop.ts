import type { ElementRow } from '../element-row.js';

export const unicodeProp: ElementRow = {
  name: 'unicodeProp',
  module: 'gaiji',
  label: 'Unicode property',
  gloss: 'A property of a character, in the terms of Unicode.',
  shape: 'header',
  classes: [],
  content: 'empty',
  attributeClasses: ['att.global', 'att.datable'],
  attributes: [
    { name: 'scheme', type: 'teidata.enumerated', gloss: 'The scheme to which the property belongs.' },
    {
      name: 'name',
      type: 'teidata.enumerated',
      required: true,
      gloss: 'What Unicode calls the property.',
      values: {
        Age: 'the version of Unicode',
        blk: 'the block, short name',
        Block: 'the block',
        ccc: 'the combining class, short name',
        dm: 'the decomposition, short name',
        Decomposition_Mapping: 'the decomposition',
        gc: 'the general category, short name',
        General_Category: 'the general category',
        na: 'the name, short name',
        Name: 'the name',
        sc: 'the script, short name',
        Script: 'the script',
      },
      closed: true,
    },
    { name: 'value', type: 'teidata.text', required: true, gloss: 'The value of the property.' },
  ],
  guidelines: '5.2.1 Character Properties',
  example: '<unicodeProp name="gc" value="Ll"/>',
};

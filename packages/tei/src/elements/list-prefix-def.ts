import type { ElementRow } from '../element-row.js';

export const listPrefixDef: ElementRow = {
  name: 'listPrefixDef',
  module: 'header',
  label: 'Prefixes',
  gloss: 'The prefixes of short pointers in the file.',
  shape: 'header',
  classes: ['model.encodingDescPart'],
  content: 'desc*, (prefixDef | listPrefixDef)+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '17.2.3 Using Abbreviated Pointers',
  example:
    '<listPrefixDef><prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="persons.xml#$1"/></listPrefixDef>',
};

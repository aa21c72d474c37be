import type { ElementRow } from '../element-row.js';

export const prefixDef: ElementRow = {
  name: 'prefixDef',
  module: 'header',
  label: 'Prefix',
  gloss: 'What a prefix of short pointers stands for.',
  shape: 'header',
  classes: [],
  content: 'model.pLike*',
  attributeClasses: ['att.global', 'att.patternReplacement'],
  attributes: [
    { name: 'ident', label: 'Short name', type: 'teidata.prefix', required: true, gloss: 'The prefix.' },
  ],
  guidelines: '17.2.3 Using Abbreviated Pointers',
  example: '<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="persons.xml#$1"/>',
};

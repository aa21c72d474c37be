import type { ElementRow } from '../element-row.js';

export const material: ElementRow = {
  name: 'material',
  module: 'msdescription',
  label: 'Material',
  gloss: 'What an object is made of.',
  shape: 'phrase',
  classes: ['model.pPart.msdesc'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global', 'att.canonical', 'att.typed'],
  attributes: [
    {
      name: 'function',
      label: 'Function',
      type: 'teidata.enumerated',
      gloss: 'What the material serves for.',
    },
    {
      name: 'target',
      label: 'Leads to',
      type: 'teidata.pointer',
      many: true,
      gloss: 'The part that is made of it.',
    },
  ],
  guidelines: '11.3.2 Material and Object Type',
  example: '<material>laid paper</material>',
};

import type { ElementRow } from '../element-row.js';

export const geogFeat: ElementRow = {
  name: 'geogFeat',
  module: 'namesdates',
  label: 'Geographical feature',
  gloss: 'The word in a geographical name that tells the kind of feature.',
  shape: 'phrase',
  classes: ['model.offsetLike'],
  content: 'macro.phraseSeq',
  attributeClasses: [
    'att.global',
    'att.datable',
    'att.dimensions',
    'att.editLike',
    'att.naming',
    'att.typed',
  ],
  attributes: [],
  gutter: { name: 'feature' },
  guidelines: '14.2.3 Place Names',
  example: '<geogFeat>Mount</geogFeat>',
};

import type { ElementRow } from '../element-row.js';

export const imprint: ElementRow = {
  name: 'imprint',
  module: 'core',
  label: 'Imprint',
  gloss: 'Where, when and by whom something was published.',
  shape: 'container',
  classes: [],
  content: '(classCode | catRef)*, ((model.imprintPart | model.dateLike), respStmt*, model.global*)+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '3.12.2.4 Imprint, Size of a Document, and Reprint Information',
  example: '<imprint><pubPlace>Moscow</pubPlace><date when="1957">1957</date></imprint>',
};

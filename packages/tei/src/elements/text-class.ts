import type { ElementRow } from '../element-row.js';

export const textClass: ElementRow = {
  name: 'textClass',
  module: 'header',
  label: 'Classification',
  gloss: 'Under which terms the document falls.',
  shape: 'header',
  classes: ['model.profileDescPart'],
  content: '(classCode | catRef | keywords)*',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '2.4.3 The Text Classification',
  example: '<textClass><keywords><term>Lend-Lease</term></keywords></textClass>',
};

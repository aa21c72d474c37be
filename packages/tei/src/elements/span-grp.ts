import type { ElementRow } from '../element-row.js';

export const spanGrp: ElementRow = {
  name: 'spanGrp',
  module: 'analysis',
  label: 'Annotations of spans',
  gloss: 'Annotations of one kind.',
  shape: 'header',
  classes: ['model.global.meta'],
  content: 'model.descLike*, span*',
  attributeClasses: ['att.global', 'att.interpLike'],
  attributes: [],
  guidelines: '18.3 Spans and Interpretations',
  example: '<spanGrp type="subject"><span target="#part-1">Convoys</span></spanGrp>',
};

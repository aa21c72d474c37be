import type { ElementRow } from '../element-row.js';

export const listTranspose: ElementRow = {
  name: 'listTranspose',
  module: 'transcr',
  label: 'Transpositions',
  gloss: 'The transpositions that the source asks for.',
  shape: 'header',
  classes: ['model.global.meta', 'model.profileDescPart'],
  content: 'desc*, transpose+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '12.3.4.5 Transpositions',
  example:
    '<listTranspose><transpose><ptr target="#second"/><ptr target="#first"/></transpose></listTranspose>',
};

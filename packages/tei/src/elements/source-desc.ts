import type { ElementRow } from '../element-row.js';

export const sourceDesc: ElementRow = {
  name: 'sourceDesc',
  module: 'header',
  label: 'Source',
  gloss: 'The source from which the text was taken.',
  shape: 'header',
  classes: [],
  content: 'model.pLike+ | (model.biblLike | model.listLike)+',
  attributeClasses: ['att.global', 'att.declarable'],
  attributes: [],
  guidelines: '2.2.7 The Source Description',
  example:
    '<sourceDesc><bibl><title>Correspondence</title>, <date when="1957">1957</date></bibl></sourceDesc>',
};

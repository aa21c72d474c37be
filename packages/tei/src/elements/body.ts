import type { ElementRow } from '../element-row.js';

export const body: ElementRow = {
  name: 'body',
  module: 'textstructure',
  label: 'Body',
  gloss: 'The main text of the document.',
  shape: 'container',
  classes: [],
  content:
    'model.global*, (model.divTop, (model.global | model.divTop)*)?, (model.divGenLike, (model.global | model.divGenLike)*)?, ((model.divLike, (model.global | model.divGenLike)*)+ | ((model.common, model.global*)+, (model.divLike, (model.global | model.divGenLike)*)*)), (model.divBottom, model.global*)*',
  attributeClasses: ['att.global', 'att.declaring'],
  attributes: [],
  guidelines: '4 Default Text Structure',
  example: '<body><div type="letter"><p>I have received your letter.</p></div></body>',
};

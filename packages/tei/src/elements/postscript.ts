import type { ElementRow } from '../element-row.js';

export const postscript: ElementRow = {
  name: 'postscript',
  module: 'textstructure',
  label: 'Postscript',
  gloss: 'What was added after the signature.',
  shape: 'container',
  classes: ['model.divBottomPart'],
  content:
    '(model.global | model.divTopPart)*, model.common, (model.global | model.common)*, (model.divBottomPart, model.global*)*',
  attributeClasses: ['att.global', 'att.placement', 'att.written'],
  attributes: [],
  gutter: { name: 'postscript' },
  toolbar: { group: 'structure', order: 100 },
  guidelines: '4.2 Elements Common to All Divisions',
  example: '<postscript><label>P.S.</label><p>The ship has arrived.</p></postscript>',
};

import type { ElementRow } from '../element-row.js';

export const back: ElementRow = {
  name: 'back',
  module: 'textstructure',
  label: 'Back matter',
  gloss: 'What stands after the main text: endnotes, indexes.',
  shape: 'container',
  classes: [],
  content:
    '(model.frontPart | model.pLike.front | model.pLike | model.listLike | model.global)*, (model.divLike, (model.frontPart | model.divLike | model.global)*)?, (model.divBottomPart, (model.divBottomPart | model.global)*)?',
  attributeClasses: ['att.global', 'att.declaring'],
  attributes: [],
  guidelines: '4.7 Back Matter',
  example:
    '<back><div type="notes"><head>Notes</head><note type="endnote" xml:id="note-1" n="1">See No. 2.</note></div></back>',
};

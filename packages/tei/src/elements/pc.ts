import type { ElementRow } from '../element-row.js';

export const pc: ElementRow = {
  name: 'pc',
  module: 'analysis',
  label: 'Punctuation',
  gloss: 'A mark of punctuation.',
  shape: 'phrase',
  classes: ['model.linePart', 'model.segLike'],
  content: '(text | model.gLike | c | model.pPart.edit)*',
  attributeClasses: ['att.global', 'att.linguistic', 'att.segLike', 'att.typed'],
  attributes: [
    {
      name: 'force',
      label: 'How it goes',
      type: 'teidata.enumerated',
      gloss: 'How the mark goes with words.',
      values: { strong: 'parts words', weak: 'does not part words', inter: 'may do either' },
      closed: true,
    },
    { name: 'unit', label: 'Unit', type: 'teidata.enumerated', gloss: 'What the mark closes.' },
    {
      name: 'pre',
      label: 'Goes before',
      type: 'teidata.truthValue',
      gloss: 'Whether the mark goes before what it belongs to.',
    },
  ],
  guidelines: '18.1.2 Below the Word Level',
  example: '<pc force="strong">.</pc>',
};

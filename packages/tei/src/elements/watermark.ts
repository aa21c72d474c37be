import type { ElementRow } from '../element-row.js';

export const watermark: ElementRow = {
  name: 'watermark',
  module: 'msdescription',
  label: 'Watermark',
  gloss: 'A watermark, described.',
  shape: 'phrase',
  classes: ['model.pPart.msdesc'],
  content: 'macro.phraseSeq',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.3.3 Watermarks and Stamps',
  example: '<watermark>crown over a shield</watermark>',
};

import type { ElementRow } from '../element-row.js';

export const dimensions: ElementRow = {
  name: 'dimensions',
  module: 'msdescription',
  label: 'Dimensions',
  gloss: 'The measurements of an object.',
  shape: 'inline',
  classes: ['model.pPart.msdesc'],
  content: '(dim | model.dimLike)*',
  attributeClasses: ['att.global', 'att.dimensions', 'att.typed'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'What is measured.',
      values: {
        leaf: 'the leaves',
        ruled: 'the ruled area',
        written: 'the written area',
        binding: 'the binding',
        box: 'the box',
      },
    },
  ],
  guidelines: '11.3.4 Dimensions',
  example: '<dimensions type="leaf" unit="mm"><height>297</height><width>210</width></dimensions>',
};

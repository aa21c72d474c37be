import type { ElementRow } from '../element-row.js';

export const floatingText: ElementRow = {
  name: 'floatingText',
  module: 'textstructure',
  label: 'Inserted text',
  gloss: 'A whole text that stands within another, such as an enclosed letter or a poem.',
  shape: 'container',
  classes: ['model.attributable'],
  content: 'model.global*, (front, model.global*)?, (body | group), model.global*, (back, model.global*)?',
  attributeClasses: ['att.global', 'att.declaring', 'att.typed'],
  attributes: [],
  gutter: { name: 'insertion' },
  guidelines: '4.3.2 Floating Texts',
  example: '<floatingText type="enclosure"><body><p>Copy of the telegram.</p></body></floatingText>',
};

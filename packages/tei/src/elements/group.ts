import type { ElementRow } from '../element-row.js';

export const group: ElementRow = {
  name: 'group',
  module: 'textstructure',
  label: 'Group of texts',
  gloss: 'Several texts that make one, such as a letter with its enclosures.',
  shape: 'container',
  classes: [],
  content:
    '(model.divTop | model.global)*, (<text> | group), (<text> | group | model.global)*, model.divBottom*',
  attributeClasses: ['att.global', 'att.declaring', 'att.typed'],
  attributes: [],
  guidelines: '4 Default Text Structure',
  example: '<group><text><body><p>The letter itself.</p></body></text></group>',
};

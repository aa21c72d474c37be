import type { AttributeClass } from '../attribute-class.js';

export const attWritten: AttributeClass = {
  name: 'att.written',
  gloss: 'Which hand wrote the text.',
  classes: [],
  attributes: [{ name: 'hand', label: 'Hand', type: 'teidata.pointer', gloss: 'The hand that wrote it.' }],
};

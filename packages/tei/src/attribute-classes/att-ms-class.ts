import type { AttributeClass } from '../attribute-class.js';

export const attMsClass: AttributeClass = {
  name: 'att.msClass',
  gloss: 'What kind of text a manuscript holds.',
  classes: [],
  attributes: [
    { name: 'class', label: 'Class', type: 'teidata.pointer', many: true, gloss: 'The class of the text.' },
  ],
};

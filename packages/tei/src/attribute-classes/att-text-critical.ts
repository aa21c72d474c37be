import type { AttributeClass } from '../attribute-class.js';

export const attTextCritical: AttributeClass = {
  name: 'att.textCritical',
  gloss: 'Classifies a reading of the apparatus.',
  classes: ['att.written'],
  attributes: [
    { name: 'type', type: 'teidata.enumerated', gloss: 'The kind, in the terms of this edition.' },
    { name: 'cause', type: 'teidata.word', gloss: 'Why it came about.' },
    { name: 'varSeq', type: 'teidata.count', gloss: 'The place of the reading in the order of variants.' },
    { name: 'require', type: 'teidata.pointer', many: true, gloss: 'Readings that this one goes with.' },
    { name: 'subtype', type: 'teidata.enumerated', gloss: 'A finer kind within the type.' },
  ],
};

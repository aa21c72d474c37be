import type { AttributeClass } from '../attribute-class.js';

export const attGlobalResponsibility: AttributeClass = {
  name: 'att.global.responsibility',
  gloss: 'Who answers for the encoding, and how surely.',
  classes: [],
  attributes: [
    { name: 'cert', label: 'Certainty', type: 'teidata.certainty', gloss: 'How sure the editors are.' },
    { name: 'resp', label: 'Responsible', type: 'teidata.pointer', many: true, gloss: 'Who answers for it.' },
  ],
};

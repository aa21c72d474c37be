import type { AttributeClass } from '../attribute-class.js';

export const attTranscriptional: AttributeClass = {
  name: 'att.transcriptional',
  gloss: 'How the hand in the source worked.',
  classes: ['att.editLike', 'att.placement', 'att.written'],
  attributes: [
    { name: 'status', type: 'teidata.word', gloss: 'What became of the change.' },
    { name: 'cause', type: 'teidata.word', gloss: 'Why it came about.' },
    { name: 'seq', type: 'teidata.count', gloss: 'The place of the change in the order of changes.' },
  ],
};

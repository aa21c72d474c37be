import type { AttributeClass } from '../attribute-class.js';

export const attTranscriptional: AttributeClass = {
  name: 'att.transcriptional',
  gloss: 'How the hand in the source worked.',
  classes: ['att.editLike', 'att.placement', 'att.written'],
  attributes: [
    { name: 'status', label: 'Status', type: 'teidata.word', gloss: 'What became of the change.' },
    { name: 'cause', label: 'Cause', type: 'teidata.word', gloss: 'Why it came about.' },
    {
      name: 'seq',
      label: 'Order',
      type: 'teidata.count',
      gloss: 'The place of the change in the order of changes.',
    },
  ],
};

import type { ElementRow } from '../element-row.js';

export const unclear: ElementRow = {
  name: 'unclear',
  module: 'core',
  label: 'Unclear',
  gloss: 'Text that cannot be read with certainty.',
  shape: 'phrase',
  classes: ['model.choicePart', 'model.linePart', 'model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.dimensions', 'att.editLike'],
  attributes: [
    {
      name: 'reason',
      label: 'Reason',
      type: 'teidata.enumerated',
      many: true,
      gloss: 'Why the text is hard to read.',
      values: {
        illegible: 'the hand is hard to read',
        faded: 'the ink has faded',
        damage: 'the copy is damaged',
        background_noise: 'noise in the recording',
        eccentric_ductus: 'an unusual hand',
      },
    },
    { name: 'agent', label: 'Cause of damage', type: 'teidata.word', gloss: 'What did the damage.' },
  ],
  asks: ['resp', 'cert'],
  emendation: 'unclear',
  toolbar: { group: 'editorial', order: 20, sign: 'a' },
  shortcut: 'u',
  guidelines: '12.3.3.1 Damage, Illegibility, and Supplied Text',
  example: '<unclear reason="illegible" cert="low">Tuesday</unclear>',
};

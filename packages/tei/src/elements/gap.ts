import type { ElementRow } from '../element-row.js';

export const gap: ElementRow = {
  name: 'gap',
  module: 'core',
  label: 'Gap',
  gloss: 'A place where text is not given, because it is lost, illegible or left out.',
  shape: 'leaf',
  classes: ['model.global.edit'],
  content: '(model.descLike | model.certLike)*',
  attributeClasses: ['att.global', 'att.dimensions', 'att.editLike'],
  attributes: [
    {
      name: 'reason',
      label: 'Reason',
      type: 'teidata.enumerated',
      many: true,
      gloss: 'Why the text is not given.',
      values: {
        cancelled: 'cancelled by the writer',
        deleted: 'deleted in the source',
        editorial: 'left out by editorial decision',
        illegible: 'cannot be read',
        'not-in-source': 'the source does not give it',
        lost: 'the part of the copy that held it is lost',
        irrelevant: 'has no bearing on the edition',
        sampling: 'left out in sampling',
      },
    },
    { name: 'agent', label: 'Cause of damage', type: 'teidata.word', gloss: 'What did the damage.' },
  ],
  asks: ['quantity', 'unit', 'resp'],
  emendation: 'gap',
  toolbar: { group: 'editorial', order: 30, sign: '⟨ ⟩', attributes: { reason: 'illegible' } },
  shortcut: 'g',
  appearance: { before: '⟨', after: '⟩' },
  guidelines: '3.5.3 Additions, Deletions, and Omissions',
  example: '<gap reason="illegible" quantity="2" unit="char"/>',
};

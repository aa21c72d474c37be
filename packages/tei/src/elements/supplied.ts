import type { ElementRow } from '../element-row.js';

export const supplied: ElementRow = {
  name: 'supplied',
  module: 'transcr',
  label: 'Supplied',
  gloss: 'Text that the editors supply because the copy does not have it.',
  shape: 'phrase',
  classes: ['model.choicePart', 'model.pPart.transcriptional'],
  content: 'macro.paraContent',
  attributeClasses: ['att.global', 'att.dimensions', 'att.editLike'],
  attributes: [
    {
      name: 'reason',
      label: 'Reason',
      type: 'teidata.word',
      many: true,
      gloss: 'Why the text had to be supplied.',
      values: {
        'no-title': 'the document had no title',
        lost: 'the source has lost it',
        'omitted-in-original': 'the writer left it out',
        illegible: 'it cannot be read',
        damage: 'the copy is damaged',
      },
    },
  ],
  asks: ['resp', 'cert'],
  copyReads: 'nothing',
  emendation: 'supplied',
  toolbar: { group: 'editorial', order: 10, sign: '[ ]' },
  shortcut: 's',
  appearance: { before: '[', after: ']', inTitle: '*' },
  guidelines: '12.3.3.1 Damage, Illegibility, and Supplied Text',
  example: '<supplied reason="lost" evidence="internal" cert="high">and</supplied>',
};

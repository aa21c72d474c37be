import type { AttributeClass } from '../attribute-class.js';

export const attEditLike: AttributeClass = {
  name: 'att.editLike',
  gloss: 'On what an editorial intervention rests.',
  classes: [],
  attributes: [
    {
      name: 'evidence',
      label: 'Evidence',
      type: 'teidata.enumerated',
      many: true,
      gloss: 'On what kind of evidence the intervention rests.',
      values: {
        internal: 'the document itself shows it',
        external: 'another source says so',
        conjecture: 'the editors infer it',
      },
    },
    {
      name: 'instant',
      label: 'Made at once',
      type: 'teidata.xTruthValue',
      gloss: 'Whether the change was made at once, in the writing.',
    },
  ],
};

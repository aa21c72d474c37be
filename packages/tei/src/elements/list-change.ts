import type { ElementRow } from '../element-row.js';

export const listChange: ElementRow = {
  name: 'listChange',
  module: 'header',
  label: 'List of changes',
  gloss: 'Changes that belong together: revisions of the file, or stages of the text.',
  shape: 'header',
  classes: ['model.standOffPart'],
  content: 'desc*, (listChange | change)+',
  attributeClasses: ['att.global', 'att.sortable', 'att.typed'],
  attributes: [
    {
      name: 'ordered',
      label: 'In order',
      type: 'teidata.truthValue',
      gloss: 'Whether the order of the changes means something.',
    },
  ],
  guidelines: '2.6 The Revision Description',
  example: '<listChange ordered="true"><change xml:id="stage-1">First draft, in ink</change></listChange>',
};

import type { ElementRow } from '../element-row.js';

export const relation: ElementRow = {
  name: 'relation',
  module: 'namesdates',
  label: 'Relation',
  gloss: 'How two or more of those described are related.',
  shape: 'header',
  classes: [],
  content: 'desc?',
  attributeClasses: [
    'att.global',
    'att.canonical',
    'att.datable',
    'att.editLike',
    'att.sortable',
    'att.typed',
  ],
  attributes: [
    { name: 'name', label: 'Name', type: 'teidata.enumerated', gloss: 'How they are related.' },
    {
      name: 'active',
      label: 'From',
      type: 'teidata.pointer',
      many: true,
      gloss: 'Those from whom the relation goes out.',
    },
    {
      name: 'mutual',
      label: 'Between',
      insteadOf: 'active',
      type: 'teidata.pointer',
      many: true,
      gloss: 'Those who stand in the relation to each other.',
    },
    {
      name: 'passive',
      label: 'To',
      type: 'teidata.pointer',
      many: true,
      gloss: 'Those to whom the relation leads.',
    },
  ],
  guidelines: '14.3.2.3 Personal Relationships',
  example: '<relation name="ally" mutual="#stalin #churchill"/>',
};

import type { ElementRow } from '../element-row.js';

export const milestone: ElementRow = {
  name: 'milestone',
  module: 'core',
  label: 'Milestone',
  gloss: 'The border of a section that is not an element, such as a row of asterisks.',
  shape: 'leaf',
  classes: ['model.milestoneLike'],
  content: 'empty',
  attributeClasses: [
    'att.global',
    'att.breaking',
    'att.edition',
    'att.milestoneUnit',
    'att.spanning',
    'att.typed',
  ],
  attributes: [
    {
      name: 'unit',
      type: 'teidata.enumerated',
      gloss: 'What kind of section begins.',
      values: { section: 'a section', stanza: 'a stanza', page: 'a page' },
      required: true,
    },
    {
      name: 'rend',
      type: 'teidata.word',
      many: true,
      gloss: 'How the source marks it.',
      values: { asterisks: 'a row of asterisks', rule: 'a rule', space: 'a blank line' },
    },
  ],
  asks: ['unit'],
  toolbar: {
    group: 'structure',
    order: 130,
    label: 'Row of asterisks',
    attributes: { unit: 'section', rend: 'asterisks' },
  },
  guidelines: '3.11.3 Milestone Elements',
  example: '<milestone unit="section" rend="asterisks"/>',
};

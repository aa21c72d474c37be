import type { ElementRow } from '../element-row.js';

export const q: ElementRow = {
  name: 'q',
  module: 'core',
  label: 'Quoted',
  gloss: "Words set off as quoted, spoken or otherwise not the writer's own.",
  shape: 'phrase',
  classes: ['model.common', 'model.hiLike'],
  content: 'macro.specialPara',
  attributeClasses: ['att.global', 'att.ascribed.directed', 'att.typed'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: {
        spoken: 'spoken',
        thought: 'thought',
        written: 'written',
        soCalled: 'at a distance from the writer',
        foreign: 'in another language',
        distinct: 'set apart',
        term: 'a term',
        emph: 'emphasised',
        mentioned: 'mentioned, not used',
      },
    },
  ],
  asks: ['who'],
  guidelines: '3.3.3 Quotation',
  example: '<q>as soon as possible</q>',
};

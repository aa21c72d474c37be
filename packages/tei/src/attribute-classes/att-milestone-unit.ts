import type { AttributeClass } from '../attribute-class.js';

export const attMilestoneUnit: AttributeClass = {
  name: 'att.milestoneUnit',
  gloss: 'What kind of section a milestone begins.',
  classes: [],
  attributes: [
    {
      name: 'unit',
      label: 'Unit',
      type: 'teidata.enumerated',
      gloss: 'The unit counted or measured.',
      values: {
        page: 'a page',
        column: 'a column',
        line: 'a line',
        book: 'a book',
        poem: 'a poem',
        canto: 'a canto',
        speaker: 'a change of speaker',
        stanza: 'a stanza',
        act: 'an act',
        scene: 'a scene',
        section: 'a section',
        absent: 'missing in this edition',
        unnumbered: 'a section without number',
      },
      required: true,
    },
  ],
};

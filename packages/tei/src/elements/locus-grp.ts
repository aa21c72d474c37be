import type { ElementRow } from '../element-row.js';

export const locusGrp: ElementRow = {
  name: 'locusGrp',
  module: 'msdescription',
  label: 'Loci',
  gloss: 'Several places in the source.',
  shape: 'inline',
  classes: ['model.pPart.msdesc'],
  content: 'locus+',
  attributeClasses: ['att.global'],
  attributes: [
    { name: 'scheme', label: 'Scheme', type: 'teidata.pointer', gloss: 'The numbering that is followed.' },
  ],
  guidelines: '11.3.5 References to Locations within a Manuscript',
  example: '<locusGrp><locus>leaf 1</locus><locus>leaf 7</locus></locusGrp>',
};

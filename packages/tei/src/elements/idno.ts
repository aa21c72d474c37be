import type { ElementRow } from '../element-row.js';

export const idno: ElementRow = {
  name: 'idno',
  module: 'header',
  label: 'Identifier',
  gloss: 'An identifier of what is described.',
  shape: 'phrase',
  classes: ['model.msItemPart', 'model.nameLike', 'model.personPart', 'model.publicationStmtPart.detail'],
  content: '(text | model.gLike | idno)*',
  attributeClasses: ['att.global', 'att.datable', 'att.sortable', 'att.typed'],
  attributes: [
    {
      name: 'type',
      type: 'teidata.enumerated',
      gloss: 'The kind, in the terms of this edition.',
      values: {
        ISBN: 'book number',
        ISSN: 'serial number',
        DOI: 'digital object identifier',
        URI: 'uniform resource identifier',
        GND: 'Integrated Authority File (GND) number',
        VIAF: 'Virtual International Authority File number',
        Wikidata: 'Wikidata item',
        GeoNames: 'GeoNames number',
        ESTC: 'English Short Title Catalogue number',
        OCLC: 'WorldCat number',
      },
    },
  ],
  guidelines: '2.2.4 Publication, Distribution, Licensing, etc.',
  example: '<idno type="URI">https://example.org/1</idno>',
};

import type { ElementRow } from '../element-row.js';

export const titlePage: ElementRow = {
  name: 'titlePage',
  module: 'textstructure',
  label: 'Title page',
  gloss: 'The title page of the volume.',
  shape: 'container',
  classes: ['model.frontPart'],
  content: 'model.global*, model.titlepagePart, (model.titlepagePart | model.global)*',
  attributeClasses: ['att.global', 'att.typed'],
  attributes: [
    { name: 'type', type: 'teidata.enumerated', gloss: 'The kind, in the terms of this edition.' },
  ],
  guidelines: '4.6 Title Pages',
  example:
    '<titlePage><docTitle><titlePart type="main">Correspondence</titlePart></docTitle><docImprint><pubPlace>Moscow</pubPlace> <docDate when="1957">1957</docDate></docImprint></titlePage>',
};

import type { ElementRow } from '../element-row.js';

export const msDesc: ElementRow = {
  name: 'msDesc',
  module: 'msdescription',
  label: 'Description of the source',
  gloss: 'The manuscript or typescript from which the text is edited.',
  shape: 'header',
  classes: ['model.biblLike'],
  content:
    'msIdentifier, model.headLike*, (model.pLike+ | (msContents | physDesc | history | additional | msPart | msFrag)*)',
  attributeClasses: ['att.global', 'att.declaring', 'att.docStatus', 'att.sortable', 'att.typed'],
  attributes: [],
  guidelines: '11.1 Overview',
  example:
    '<msDesc><msIdentifier><settlement>Moscow</settlement><repository>State Archive</repository></msIdentifier></msDesc>',
};

import type { ElementRow } from '../element-row.js';

export const application: ElementRow = {
  name: 'application',
  module: 'header',
  label: 'Program',
  gloss: 'One program that worked on the file.',
  shape: 'header',
  classes: ['model.applicationLike'],
  content: 'model.labelLike+, (model.ptrLike* | model.pLike*)',
  attributeClasses: ['att.global', 'att.datable', 'att.typed'],
  attributes: [
    {
      name: 'ident',
      label: 'Short name',
      type: 'teidata.name',
      required: true,
      gloss: 'The program, by a short name.',
    },
    {
      name: 'version',
      label: 'Version',
      type: 'teidata.versionNumber',
      required: true,
      gloss: 'The version of the program.',
    },
  ],
  guidelines: '2.3.11 The Application Information Element',
  example: '<application ident="chancery" version="1.0"><label>Chancery</label></application>',
};

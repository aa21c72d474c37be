import type { ElementRow } from '../element-row.js';

export const appInfo: ElementRow = {
  name: 'appInfo',
  module: 'header',
  label: 'Programs',
  gloss: 'The programs that worked on the file.',
  shape: 'header',
  classes: ['model.encodingDescPart'],
  content: 'model.applicationLike+',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '2.3.11 The Application Information Element',
  example:
    '<appInfo><application ident="chancery" version="1.0"><label>Chancery</label></application></appInfo>',
};

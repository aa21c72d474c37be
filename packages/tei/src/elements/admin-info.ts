import type { ElementRow } from '../element-row.js';

export const adminInfo: ElementRow = {
  name: 'adminInfo',
  module: 'msdescription',
  label: 'Administration',
  gloss: 'Record, custody and availability of the source.',
  shape: 'header',
  classes: [],
  content: 'recordHist?, availability?, custodialHist?, model.noteLike?',
  attributeClasses: ['att.global'],
  attributes: [],
  guidelines: '11.9.1 Administrative Information',
  example: '<adminInfo><availability><p>By appointment</p></availability></adminInfo>',
};

import type { ElementRow } from '../element-row.js';

export const namespace: ElementRow = {
  name: 'namespace',
  module: 'header',
  label: 'Namespace',
  gloss: 'A namespace, with the elements that the file uses of it.',
  shape: 'header',
  classes: [],
  content: 'tagUsage+',
  attributeClasses: ['att.global'],
  attributes: [
    {
      name: 'name',
      label: 'Name',
      type: 'teidata.pointer',
      required: true,
      gloss: 'The address that names the namespace.',
    },
  ],
  guidelines: '2.3.4 The Tagging Declaration',
  example:
    '<namespace name="http://www.tei-c.org/ns/1.0"><tagUsage gi="hi">Underlined words</tagUsage></namespace>',
};

import type { AttributeClass } from '../attribute-class.js';

export const attGlobal: AttributeClass = {
  name: 'att.global',
  gloss: 'Attributes that every element may carry.',
  classes: [
    'att.global.analytic',
    'att.global.change',
    'att.global.facs',
    'att.global.linking',
    'att.global.rendition',
    'att.global.responsibility',
    'att.global.source',
  ],
  attributes: [
    {
      name: 'xml:id',
      label: 'Identifier',
      type: 'ID',
      gloss: 'A name unique in the document, by which other places refer to this one.',
      onSplit: 'first',
    },
    {
      name: 'n',
      label: 'Number',
      type: 'teidata.text',
      gloss: 'A number or label, not necessarily unique.',
      onSplit: 'first',
    },
    { name: 'xml:lang', label: 'Language', type: 'teidata.language', gloss: 'The language of the content.' },
    {
      name: 'xml:base',
      label: 'Base address',
      type: 'teidata.pointer',
      gloss: 'The address against which relative references are resolved.',
    },
    {
      name: 'xml:space',
      label: 'White space',
      type: 'teidata.enumerated',
      gloss: 'Whether white space is kept as written.',
      values: { default: 'white space may be changed', preserve: 'white space is kept' },
      closed: true,
    },
  ],
};

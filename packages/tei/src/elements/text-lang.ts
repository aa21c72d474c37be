import type { ElementRow } from '../element-row.js';

export const textLang: ElementRow = {
  name: 'textLang',
  module: 'msdescription',
  label: 'Languages of the text',
  gloss: 'The languages of a text in the source.',
  shape: 'phrase',
  classes: ['model.biblPart', 'model.msItemPart'],
  content: 'macro.specialPara',
  attributeClasses: ['att.global'],
  attributes: [
    {
      name: 'mainLang',
      label: 'Main language',
      type: 'teidata.language',
      gloss: 'The language of most of the text.',
    },
    {
      name: 'otherLangs',
      label: 'Other languages',
      type: 'languageTag',
      many: true,
      gloss: 'Other languages in it.',
    },
  ],
  gutter: { name: 'languages' },
  guidelines: '3.12.2.4 Imprint, Size of a Document, and Reprint Information',
  example: '<textLang mainLang="de" otherLangs="fr en">German, with French and English</textLang>',
};

import { expect, it } from 'vitest';
import { indexOfNames } from './index-of-names.js';

const described = (note: string) => {
  const volume = {
    path: 'volume.xml',
    source: `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson><person xml:id="made">
      <persName>Made</persName><note>${note}</note></person></listPerson></particDesc></profileDesc></teiHeader>
      <text><front><div type="foreword"><head>Foreword</head><p><persName ref="#made">Made</persName></p></div></front><body/></text></TEI>`,
  };
  return indexOfNames(volume, []).entries.map((entry) => entry.note);
};

it.each([
  ['British Minister, October 1941. Credited with the results.', 'British Minister, October 1941'],
  ['Head of the delegation (1941). He wrote of it.', 'Head of the delegation (1941)'],
  ['Ambassador in Washington. Later in London.', 'Ambassador in Washington'],
  ['Corr. Member, Academy of Sciences.', 'Corr. Member, Academy of Sciences'],
  ['Born as Made, J. V. Known by another name.', 'Born as Made, J. V. Known by another name'],
])('says who is meant by the first sentence of what the register tells: %s', (note, printed) => {
  expect(described(note)).toEqual([printed]);
});

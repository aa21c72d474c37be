import { expect, it } from 'vitest';
import { bibtex, type CitedDocument, chicago, cslJson, mla, ris, type WordedCitation } from './citations.js';

const person = (name: string, listed: string) => ({ name, listed, isPerson: true });

const letter: CitedDocument = {
  id: 'roosevelt-1941-09-30',
  title: 'F. Roosevelt to J. V. Stalin',
  number: '3',
  date: 'September 30, 1941',
  when: '1941-09-30',
  senders: [
    person('Franklin D. Roosevelt', 'Roosevelt, Franklin D.'),
    person('W. Churchill', 'Churchill, W.'),
  ],
  addressees: [person('J. V. Stalin', 'Stalin, J. V.')],
  language: 'en',
  address: 'https://letters.example.org/letters/roosevelt-1941-09-30/',
};
const edition = {
  title: 'Correspondence',
  volume: 'Volume Two',
  editors: ['Commission for Documents'],
  publisher: 'The Press',
  place: 'Moscow',
  year: '1957',
  doi: '10.1/x',
};
const bare = { title: 'Letters', volume: '', editors: [] };
const anonymous: CitedDocument = {
  id: 'a',
  title: 'Aide-Mémoire',
  number: '',
  date: '',
  when: '',
  senders: [],
  addressees: [],
  language: 'en',
};
const words = ({ before, title, after }: WordedCitation) => `${before}_${title}_${after}`;

it('cites as Chicago does', () => {
  expect(words(chicago(letter, edition))).toBe(
    'Franklin D. Roosevelt and W. Churchill to J. V. Stalin, September 30, 1941, no. 3, in _Correspondence_, ' +
      'Volume Two, ed. Commission for Documents (Moscow: The Press, 1957), ' +
      'https://letters.example.org/letters/roosevelt-1941-09-30/.',
  );
  expect(words(chicago(anonymous, bare))).toBe('Aide-Mémoire, in _Letters_.');
  expect(words(chicago(anonymous, { ...bare, year: '1957' }))).toBe('Aide-Mémoire, in _Letters_ (1957).');
});

it('cites as MLA does', () => {
  expect(words(mla(letter, edition))).toBe(
    'Roosevelt, Franklin D., and W. Churchill. Letter to J. V. Stalin. 30 Sept. 1941. _Correspondence_, ' +
      'edited by Commission for Documents, Volume Two, The Press, 1957, no. 3, ' +
      'letters.example.org/letters/roosevelt-1941-09-30/.',
  );
  expect(words(mla(anonymous, bare))).toBe('Aide-Mémoire. _Letters_.');
});

it('writes BibTeX, in which no sign of the text is one of TeX', () => {
  expect(bibtex(letter, edition)).toBe(`@incollection{roosevelt-1941-09-30,
  author = {Roosevelt, Franklin D. and Churchill, W.},
  title = {{Franklin D. Roosevelt and W. Churchill to J. V. Stalin, September 30, 1941}},
  booktitle = {{Correspondence, Volume Two}},
  editor = {{Commission for Documents}},
  number = {3},
  publisher = {{The Press}},
  address = {Moscow},
  year = {1957},
  origdate = {1941-09-30},
  language = {en},
  doi = {10.1/x},
  url = {https://letters.example.org/letters/roosevelt-1941-09-30/},
}
`);
  const title = '50% of {R&D}_1 \\input{/etc/passwd} ~^#$\n@book{x,';
  expect(bibtex({ ...anonymous, id: 'ä,}', title }, bare)).toBe(
    '@incollection{___,\n  title = {{50\\% of \\{R\\&D\\}\\_1 \\textbackslash{}input\\{/etc/passwd\\} ' +
      '\\textasciitilde{}\\textasciicircum{}\\#\\$ @book\\{x,}},\n  booktitle = {{Letters}},\n  language = {en},\n}\n',
  );
});

it('writes RIS, in which no text begins a line of its own', () => {
  expect(ris(letter, edition).split('\r\n')).toEqual([
    'TY  - CHAP',
    'AU  - Roosevelt, Franklin D.',
    'AU  - Churchill, W.',
    'TI  - Franklin D. Roosevelt and W. Churchill to J. V. Stalin, September 30, 1941',
    'T2  - Correspondence, Volume Two',
    'A2  - Commission for Documents',
    'M1  - 3',
    'PB  - The Press',
    'CY  - Moscow',
    'PY  - 1957',
    'OP  - September 30, 1941',
    'LA  - en',
    'DO  - 10.1/x',
    'UR  - https://letters.example.org/letters/roosevelt-1941-09-30/',
    'ID  - roosevelt-1941-09-30',
    'ER  - ',
    '',
  ]);
  expect(ris({ ...anonymous, title: 'A\r\nER  - \r\nTY  - BOOK' }, bare)).toContain(
    'TI  - A ER - TY - BOOK\r\n',
  );
});

it('writes CSL-JSON', () => {
  expect(JSON.parse(cslJson(letter, edition))).toEqual([
    {
      id: 'roosevelt-1941-09-30',
      type: 'chapter',
      title: 'Franklin D. Roosevelt and W. Churchill to J. V. Stalin, September 30, 1941',
      genre: 'letter',
      'container-title': 'Correspondence, Volume Two',
      author: [
        { family: 'Roosevelt', given: 'Franklin D.' },
        { family: 'Churchill', given: 'W.' },
      ],
      editor: [{ literal: 'Commission for Documents' }],
      'chapter-number': '3',
      publisher: 'The Press',
      'publisher-place': 'Moscow',
      issued: { 'date-parts': [[1957]] },
      'original-date': { 'date-parts': [[1941, 9, 30]] },
      language: 'en',
      DOI: '10.1/x',
      URL: 'https://letters.example.org/letters/roosevelt-1941-09-30/',
    },
  ]);
});

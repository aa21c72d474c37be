import type { EditionSource } from '../edition-source.js';

/** A volume that changes as editors change one, by steps that a property test chooses. */
export interface ChangingVolume {
  readonly title: string;
  readonly licence: string;
  readonly letters: readonly ChangingLetter[];
  /** Endnotes by their ids, and persons of the register by theirs. */
  readonly notes: Readonly<Record<string, string>>;
  readonly persons: Readonly<Record<string, string>>;
}

interface ChangingLetter {
  readonly id: string;
  readonly title: string;
  readonly first: string;
  /** TEI within a paragraph. */
  readonly more: string;
}

export const changes = [
  'words',
  'first words',
  'title',
  'call',
  'name',
  'reference',
  'footnote',
  'unknown',
  'note',
  'reference in a note',
  'unknown in a note',
  'person',
  'volume title',
  'licence',
  'order',
  'new letter',
  'letter taken out',
] as const;

/** One step: what is changed, which of them, and to what. */
export interface Change {
  readonly what: (typeof changes)[number];
  readonly at: number;
  readonly to: number;
}

export function firstVolume(): ChangingVolume {
  const letter = (id: string): ChangingLetter => ({ id, title: `Of ${id}`, first: 'I write.', more: '' });
  return {
    title: 'Letters',
    licence: 'CC BY',
    letters: ['a', 'b', 'c', 'd'].map((id) => letter(`letter-${id}`)),
    notes: { n1: 'One.', n2: 'Two.', n3: 'Three.' },
    persons: { ada: 'Ada King', charles: 'Charles Babbage' },
  };
}

/** @param count how many steps came before, so that every new name is new */
export function changed(volume: ChangingVolume, { what, at, to }: Change, count: number): ChangingVolume {
  const { letters, notes, persons } = volume;
  const index = at % letters.length;
  const one = pick(letters, at);
  const noteId = pick(Object.keys(notes), to);
  const personId = pick(Object.keys(persons), to);
  const withLetter = (change: Partial<ChangingLetter>): ChangingVolume => ({
    ...volume,
    letters: letters.map((letter) => (letter === one ? { ...letter, ...change } : letter)),
  });
  const added = (tei: string) => withLetter({ more: `${one.more} ${tei}` });
  const note = (wording: string): ChangingVolume => ({ ...volume, notes: { ...notes, [noteId]: wording } });
  const steps: Readonly<Record<Change['what'], () => ChangingVolume>> = {
    words: () => added(`word ${count}`),
    'first words': () => withLetter({ first: `First ${count}.` }),
    title: () => withLetter({ title: `Title ${count}` }),
    call: () => added(`<ptr type="endnote" target="../volume.xml#${noteId}"/>`),
    name: () => added(`<persName ref="../volume.xml#${personId}">somebody</persName>`),
    reference: () => added(`<ref target="${pick(letters, to).id}.xml">see</ref>`),
    footnote: () => added(`<note type="footnote">Foot ${count}.</note>`),
    unknown: () => added(`\n<stage>odd</stage>`),
    note: () => note(`Note ${count}.`),
    'reference in a note': () =>
      note(
        `To <ref target="letters/${one.id}.xml">it</ref> and <persName ref="#${personId}">him</persName>.`,
      ),
    'unknown in a note': () => note(`\n<stage>odd</stage>`),
    person: () => ({ ...volume, persons: { ...persons, [personId]: `Name ${count}` } }),
    'volume title': () => ({ ...volume, title: `Letters ${count}` }),
    licence: () => ({ ...volume, licence: `Licence ${count}` }),
    order: () => ({ ...volume, letters: [...letters.slice(index), ...letters.slice(0, index)] }),
    'new letter': () => ({
      ...volume,
      letters: [
        ...letters.slice(0, index),
        { ...one, id: `letter-${count}`, title: `New ${count}` },
        ...letters.slice(index),
      ],
    }),
    'letter taken out': () =>
      letters.length < 3 ? volume : { ...volume, letters: letters.filter((each) => each !== one) },
  };
  return steps[what]();
}

function pick<Value>(values: readonly Value[], at: number): Value {
  const value = values[at % values.length];
  if (value === undefined) throw new RangeError('There is nothing to choose from.');
  return value;
}

export function asEdition({ title, licence, letters, notes, persons }: ChangingVolume): EditionSource {
  const xmlns = 'xmlns="http://www.tei-c.org/ns/1.0"';
  const header = (of: string, more = '', published = '<p/>') =>
    `<teiHeader><fileDesc><titleStmt><title>${of}</title></titleStmt><publicationStmt>${published}</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>${more}</teiHeader>`;
  const register = Object.entries(persons).map(
    ([id, name]) => `<person xml:id="${id}"><persName>${name}</persName></person>`,
  );
  const listed = letters.map(({ id }) => `<item><ptr target="letters/${id}.xml"/></item>`);
  const series = Object.entries(notes).map(
    ([id, words]) => `<note type="endnote" xml:id="${id}">${words}</note>`,
  );
  return {
    volume: {
      path: 'volume.xml',
      source: `<TEI ${xmlns} xml:id="v">${header(
        title,
        `<profileDesc><particDesc><listPerson>${register.join('')}</listPerson></particDesc></profileDesc>`,
        `<publisher>A Press</publisher><availability><licence>${licence}</licence></availability>`,
      )}<text><front><div type="foreword"><head>FOREWORD</head><p>First.</p></div></front><body><div type="documents"><list type="documents">${listed.join('')}</list></div></body><back><div type="notes" xml:id="notes">${series.join('\n')}</div></back></text></TEI>`,
    },
    letters: letters.map(({ id, title: of, first, more }) => ({
      path: `letters/${id}.xml`,
      source: `<TEI ${xmlns} xml:id="${id}">${header(of)}<text><body><div type="letter"><head type="title">${of}</head><p>${first}</p><p>Text${more}.</p></div></body></text></TEI>`,
    })),
  };
}

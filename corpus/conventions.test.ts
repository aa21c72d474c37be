import { readdirSync, readFileSync } from 'node:fs';
import { endnoteLabels, readMetadata, readVolume } from '@chancery/tei';
import { parseTree, type XmlElement } from '@chancery/xml';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const volumeSource = read('./volume.xml');
const volume = readVolume(volumeSource);
const letters = volume.letters.map(({ target, id }) => ({ id, target, source: read(`./${target}`) }));
const files = [{ id: 'volume-two', target: 'volume.xml', source: volumeSource }, ...letters];

const elementsIn = (element: XmlElement): XmlElement[] =>
  element.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []));

const attributeOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((candidate) => candidate.name === name)?.value;

const named = (source: string, name: string): XmlElement[] =>
  elementsIn(parseTree(source)).filter(({ localName }) => localName === name);

const metadataOf = (id: string) => {
  const letter = letters.find((candidate) => candidate.id === id);
  if (!letter) throw new Error(`no letter ${id}`);
  return readMetadata(letter.source);
};

describe('the volume', () => {
  it('lists every file in letters/ once, in the order of the printed book', () => {
    const inFolder = readdirSync(new URL('./letters/', import.meta.url)).filter((name) =>
      name.endsWith('.xml'),
    );
    expect(letters.map(({ id }) => `${id}.xml`).sort()).toEqual(inFolder.sort());
    expect(letters.map(({ source }) => readMetadata(source).number?.text)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
  });

  it('files each document under its identifier', () => {
    for (const { id, source } of files) expect(readMetadata(source).id).toBe(id);
  });

  it('has the front matter of the book, the contents to be generated', () => {
    expect(volume.front.map(({ kind }) => kind)).toEqual([
      'title-page',
      'commission',
      'contents',
      'foreword',
      'publishers-note',
    ]);
  });

  it('records what is left out, each with its reason', () => {
    expect(volume.excluded.map(({ id }) => id)).toEqual([
      'excluded-title-page',
      'excluded-contents',
      'excluded-heading',
    ]);
    for (const { text, reason } of volume.excluded) {
      expect(text).not.toBe('');
      expect(reason).not.toBe('');
    }
  });

  it('invents no text for the endnotes: each is called, and holds a gap alone', () => {
    const ids = ['1', '2', '3', '4'].map((n) => `endnote-${n}`);
    expect(volume.endnotes).toEqual(ids.map((id) => ({ id, text: undefined, gap: 'not-in-source' })));
    const called = letters.flatMap(({ source }) => readMetadata(source).callouts.map(({ id }) => id));
    expect(called).toEqual(['1', '2', '2', '3', '3', '4', '3'].map((n) => `endnote-${n}`));
    // The numbers come from the callouts, and are those of the source.
    expect([...endnoteLabels(ids.map((id) => ({ id, label: undefined })), called)]).toEqual(
      ids.map((id, at) => [id, `${at + 1}`]),
    );
  });

  it('numbers the page footnotes of the Foreword anew on each page', () => {
    const notes = named(volumeSource, 'note').filter((note) => attributeOf(note, 'type') === 'footnote');
    expect(notes.map((note) => attributeOf(note, 'n'))).toEqual(['1', '2', '3', '4', '5', '1']);
  });
});

describe('page breaks', () => {
  const pages = ({ source }: { source: string }) => named(source, 'pb').map((pb) => attributeOf(pb, 'n'));

  it('bear the numbers that the source supports, and no others', () => {
    expect(pages({ source: volumeSource })).toEqual(['5', '6', '7', '9']);
    expect(letters.flatMap(pages)).toEqual([undefined, undefined]);
  });

  it('stand within the sentences that they cut', () => {
    const sentence = (source: string) =>
      source.replace(/<[^>]+>/g, (tag) => (tag.startsWith('<pb') ? '|' : '')).replace(/\s+/g, ' ');
    expect(sentence(letters[1]?.source ?? '')).toContain('supplies that you most urgently |need. Already');
    expect(sentence(volumeSource)).toContain('a reply from Churchill to the |above-mentioned Stalin message');
  });
});

describe('the letters', () => {
  it('supply the lost numbers with their evidence, and no others', () => {
    const supplied = letters.map(({ source }) => readMetadata(source).number);
    expect(supplied.map((number) => number?.supplied)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
    for (const number of supplied.slice(4)) expect(number?.evidence).toContain('lost in the source');
  });

  it('have titles furnished by the Editors, so that each prints with an asterisk', () => {
    for (const { source } of letters) expect(readMetadata(source).title?.supplied).toBe(true);
  });

  it('are dated as the book dates them', () => {
    expect(
      letters.map(({ source }) => readMetadata(source).date).map((date) => [date?.type, date?.when]),
    ).toEqual([
      ['sent', '1941-08-04'],
      ['received', '1941-08-15'],
      ['received', '1941-09-30'],
      ['signed', '1941-10-03'],
      ['signed', '1941-11-02'],
      ['signed', '1941-11-04'],
      ['signed', '1941-11-06'],
    ]);
  });

  it('say in the header what they say in the text', () => {
    for (const { id, source } of letters) {
      const inText = readMetadata(source).dates;
      const body = /<text[\s\S]*<\/text>/;
      const inHeader = readMetadata(source.replace(body, '<text/>')).dates;
      expect(inText.map(({ type, when }) => `${type} ${when}`).sort(), id).toEqual(
        inHeader.map(({ type, when }) => `${type} ${when}`).sort(),
      );
    }
  });

  it('No. 2 has two senders and two signatures', () => {
    const id = 'roosevelt-churchill-1941-08-15';
    expect(metadataOf(id).senders.map(({ name }) => name)).toEqual(['F. Roosevelt', 'W. Churchill']);
    expect(named(letters[1]?.source ?? '', 'signed')).toHaveLength(2);
  });

  it('No. 3 went by the hand of Harriman, the aide-mémoire from Steinhardt to Vyshinsky', () => {
    expect(metadataOf('roosevelt-1941-09-30').intermediaries.map(({ name }) => name)).toEqual([
      'Averell Harriman',
    ]);
    expect(metadataOf('aide-memoire-1941-11-02').intermediaries).toEqual([
      { name: 'Mr Steinhardt', ref: '../volume.xml#steinhardt', role: 'handed-by' },
      { name: 'A. Y. Vyshinsky', ref: '../volume.xml#vyshinsky', role: 'handed-to' },
    ]);
  });

  it('the aide-mémoire has eight numbered items', () => {
    const source = letters[4]?.source ?? '';
    expect(named(source, 'item')).toHaveLength(8);
    expect(readMetadata(source).title?.lines).toEqual([
      'AIDE-MEMOIRE',
      'Handed to A. Y. Vyshinsky by the U.S. Ambassador,',
      'Mr Steinhardt, on November 2, 1941',
    ]);
  });
});

describe('pointers', () => {
  const idsOf = (source: string) =>
    elementsIn(parseTree(source)).flatMap((element) => attributeOf(element, 'xml:id') ?? []);

  it('lead to something that is there', () => {
    const ids = new Map(files.map(({ target, source }) => [target, new Set(idsOf(source))]));
    const dead: string[] = [];
    for (const { target: file, source } of files) {
      for (const element of elementsIn(parseTree(source))) {
        for (const name of ['ref', 'target', 'resp', 'corresp', 'source']) {
          const value = attributeOf(element, name);
          if (value === undefined || value.endsWith('.txt')) continue;
          const [path = '', fragment] = value.split('#');
          const target = path === '' ? file : new URL(path, `file:///${file}`).pathname.slice(1);
          const known = ids.get(target);
          if (!known || (fragment !== undefined && !known.has(fragment))) dead.push(`${file}: ${value}`);
        }
      }
    }
    expect(dead).toEqual([]);
  });

  it('have one target each: no identifier stands twice in the volume', () => {
    const all = files.flatMap(({ source, id }) => [id, ...idsOf(source)]);
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
  });
});

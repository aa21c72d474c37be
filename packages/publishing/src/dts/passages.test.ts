import { checkWellFormed, parseTree } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { citableText } from './citable-text.js';
import { DtsRefusal } from './citable-unit.js';
import { navigationOf, writtenTrees } from './navigation.js';
import { passageOf } from './passage.js';

const source = `<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE TEI [<!ENTITY amper "and">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:o="urn:o" xml:lang="de"><teiHeader><title/></teiHeader><text><body>
<p>Before.</p>
<div type="letter"><head type="number">No. 1</head><head>To <hi>Ada</hi><note>a note</note></head>
<pb n="1r"/><p xml:id="first">One &amper; <o:odd>odd</o:odd></p><list><item>a</item></list>
<div><p xml:lang="fr">Two <hi>be<pb n="1v"/>gun</hi> here</p><p>Three</p></div></div>
<postscript xml:id="first"><p>Four<pb n="1r"/></p></postscript>
</body></text></TEI>`;
const text = citableText(source);
const [parts, pages] = text.trees;
const all = (asked: object) => navigationOf(text, asked, 'de') as { member: { identifier: string }[] };
const names = (asked: object) => all(asked).member.map(({ identifier }) => identifier);
const refusal = (make: () => unknown) => {
  try {
    make();
  } catch (error) {
    if (error instanceof DtsRefusal) return error.status;
    throw error;
  }
  return undefined;
};

describe('the parts of a text', () => {
  it('are its blocks and what stands in its divisions, by their ids or their places, each once', () => {
    expect(names({ down: -1 })).toEqual([
      '1',
      '2',
      '2.1',
      '2.2',
      'first',
      '2.4',
      '2.5',
      '2.5.1',
      '2.5.2',
      '3',
    ]);
    expect(all({ down: 1 }).member[1]).toEqual({
      identifier: '2',
      '@type': 'CitableUnit',
      level: 1,
      parent: null,
      citeType: 'letter',
      dublinCore: { title: [{ lang: 'de', value: 'To Ada' }] },
    });
    expect(
      all({ down: -1 })
        .member.slice(2)
        .every((each) => 'parent' in each),
    ).toBe(true);
    expect(parts?.units.find(({ identifier }) => identifier === '2.5.1')).toMatchObject({
      parent: '2.5',
      level: 3,
    });
  });

  it('are pages too, by what the copy calls them, from what stands before the first on', () => {
    expect(names({ tree: 'pages', down: 1 })).toEqual(['page-0', '1r', '1v', 'page-3']);
    expect(pages?.units.map(({ level, parent }) => [level, parent])).toEqual(Array(4).fill([1, null]));
  });

  it('are described level by level, the tree that is meant where none is named first and without a name', () => {
    const [first, second] = writtenTrees(text);
    expect(first).toMatchObject({
      '@type': 'CitationTree',
      citeStructure: [
        { citeType: 'paragraph' },
        {
          citeType: 'letter',
          citeStructure: [
            { citeType: 'heading' },
            { citeType: 'paragraph' },
            { citeType: 'list' },
            { citeType: 'division', citeStructure: [{ citeType: 'paragraph' }] },
          ],
        },
        { citeType: 'postscript' },
      ],
    });
    expect(first).not.toHaveProperty('identifier');
    expect(second).toMatchObject({ identifier: 'pages', citeStructure: [{ citeType: 'page' }] });
  });
});

describe('what navigation asks for', () => {
  it.each([
    [{ ref: 'first', down: 0 }, ['2.1', '2.2', 'first', '2.4', '2.5']],
    [{ ref: '2.5', down: 1 }, ['2.5', '2.5.1', '2.5.2']],
    [{ ref: '2', down: 1 }, ['2', '2.1', '2.2', 'first', '2.4', '2.5']],
    [{ ref: '2', down: -1 }, ['2', '2.1', '2.2', 'first', '2.4', '2.5', '2.5.1', '2.5.2']],
    [{ ref: 'first', down: 3 }, ['first']],
    [{ start: '1', end: '2', down: 1 }, ['1', '2', '2.1', '2.2', 'first', '2.4', '2.5']],
    [{ start: '2.4', end: '2.5', down: -1 }, ['2.4', '2.5', '2.5.1', '2.5.2']],
    [{ down: 2 }, ['1', '2', '2.1', '2.2', 'first', '2.4', '2.5', '3']],
  ])('%j', (asked, expected) => {
    expect(names(asked)).toEqual(expected);
  });

  it('has no members where only units are asked for, and tells of these', () => {
    expect(navigationOf(text, { ref: 'first' }, 'de')).toEqual({
      ref: { identifier: 'first', '@type': 'CitableUnit', level: 2, parent: '2', citeType: 'paragraph' },
    });
    expect(navigationOf(text, { start: '1', end: '2' }, 'de')).toMatchObject({
      start: { identifier: '1' },
      end: { identifier: '2' },
    });
  });

  it.each([
    [{}, 400],
    [{ down: 0 }, 400],
    [{ ref: '1', start: '1', end: '2' }, 400],
    [{ ref: '1', end: '2' }, 400],
    [{ start: '1', down: 1 }, 400],
    [{ start: '1', end: '2', down: 0 }, 400],
    [{ start: '2', end: '1', down: 1 }, 400],
    [{ ref: 'none' }, 404],
    [{ ref: '1v' }, 404],
    [{ start: '1', end: 'none' }, 404],
    [{ down: 1, tree: 'lines' }, 404],
  ])('%j is refused with %i', (asked, status) => {
    expect(refusal(() => navigationOf(text, asked, 'de'))).toBe(status);
  });

  it('of a text without parts has an empty list, whatever is wrong with it', () => {
    const broken = citableText('<TEI><text><body><p>Broken & kept');
    expect(writtenTrees(broken)).toEqual([]);
    expect(navigationOf(broken, { down: 1 }, 'de')).toEqual({ member: [] });
    expect(passageOf(broken, {})).toBeUndefined();
  });
});

describe('a passage', () => {
  const wrapper = (asked: object) => {
    const made = passageOf(text, asked) ?? '';
    expect(checkWellFormed(made)).toBeUndefined();
    const root = parseTree(made);
    expect([root.localName, root.namespace]).toEqual(['TEI', 'http://www.tei-c.org/ns/1.0']);
    const [found] = root.children;
    if (found?.type !== 'element') throw new Error('no wrapper');
    expect([found.localName, found.namespace]).toEqual(['wrapper', 'https://w3id.org/api/dts#']);
    return { inner: made.slice(found.contentStart, found.contentEnd), found };
  };

  it('is the source of a unit, with the language, the namespaces and the entities that hold for it', () => {
    const { inner, found } = wrapper({ ref: 'first' });
    expect(inner).toBe('<p xml:id="first">One &amper; <o:odd>odd</o:odd></p>');
    expect(Object.fromEntries(found.attributes.map(({ name, value }) => [name, value]))).toMatchObject({
      'xml:lang': 'de',
      'xmlns:o': 'urn:o',
      xmlns: 'http://www.tei-c.org/ns/1.0',
    });
    expect(passageOf(text, { ref: 'first' })).toContain('<!ENTITY amper "and">');
  });

  it('reaches from one unit to another', () => {
    expect(wrapper({ start: '2.4', end: '2.5.1' }).inner).toMatch(
      /^<list>.*<\/list>\n<div><p xml:lang="fr">Two <hi>be<pb n="1v"\/>gun<\/hi> here<\/p><\/div>$/,
    );
  });

  it('of a page opens and closes what runs over its edges', () => {
    expect(wrapper({ tree: 'pages', ref: '1v' }).inner.replace(/\n/g, '')).toBe(
      '<body><div type="letter"><div><p xml:lang="fr"><hi><pb n="1v"/>gun</hi> here</p><p>Three</p></div></div><postscript xml:id="first"><p>Four</p></postscript></body>'.replace(
        /^<body>|<\/body>$/g,
        '',
      ),
    );
  });

  it('is undefined for the whole, whichever tree is named', () => {
    expect(passageOf(text, {})).toBeUndefined();
    expect(passageOf(text, { tree: 'pages' })).toBeUndefined();
  });

  it('of a text in no namespace stays in none', () => {
    const bare = citableText('<TEI><text><body><p>One</p></body></text></TEI>');
    expect(passageOf(bare, { ref: '1' })).toContain('xmlns=""><p>One</p>');
  });

  it('holds each word of the text on one page alone', () => {
    const words = (xml: string) => xml.replace(/<[^>]*>/g, ' ').match(/[A-Z]\w+/g) ?? [];
    const whole = words(source.slice(source.indexOf('<body>')));
    const paged = (pages?.units ?? []).flatMap(({ identifier }) =>
      words(wrapper({ tree: 'pages', ref: identifier }).inner),
    );
    expect(paged).toEqual(whole);
  });
});

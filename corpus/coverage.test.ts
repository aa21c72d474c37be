import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseTree, type XmlElement, type XmlNode } from '@chancery/xml';
import { describe, expect, it } from 'vitest';

/*
 * Every word of the source text stands in the encoding exactly once, in the same order, or in the list of excluded
 * text. Marks that the encoding generates count as words: the figure of a callout is written ^3, the asterisk of a
 * title ^*, the three asterisks between sections three times ^*. Page footnotes stand at the foot of the page in the
 * source and at their callouts in the encoding; they are compared as a second stream.
 */

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const sourcePath = './source/correspondence-volume-two.txt';

interface Word {
  readonly text: string;
  /** Where it stands, for the message. */
  readonly place: string;
}

interface Streams {
  readonly running: Word[];
  readonly footnotes: Word[];
}

const wordsOf = (text: string, place: string): Word[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ text: word, place }));

/** The source text without the signs of Markdown. */
function readSource(markdown: string): Streams {
  const running: Word[] = [];
  const footnotes: Word[] = [];
  markdown.split('\n').forEach((line, index) => {
    const place = `line ${index + 1}`;
    const text = line
      .replace(/^#+ /, '')
      .replace(/^---$/, '')
      .replace(/<sup>(\d+)<\/sup>/g, ' ^$1 ')
      .replaceAll('\\*', ' \u0001 ')
      .replaceAll('*', '')
      .replaceAll('\u0001', '^*')
      .replaceAll('\\$', '$');
    (/^<sup>/.test(line) ? footnotes : running).push(...wordsOf(text, place));
  });
  return { running, footnotes };
}

const attribute = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((candidate) => candidate.name === name)?.value;

const elementsIn = (element: XmlElement): XmlElement[] =>
  element.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []));

const named = (element: XmlElement, name: string): XmlElement[] =>
  elementsIn(element).filter(({ localName }) => localName === name);

/** Supplied by the encoder: nothing of it is in the source. What the Commission supplied stands in the printed book. */
const isOurs = (element: XmlElement): boolean =>
  element.localName === 'supplied' && /#chancery$/.test(attribute(element, 'resp') ?? '');

interface Corpus {
  readonly volume: string;
  readonly letter: (target: string) => string;
}

/** The words of the encoding, letters in the order of the volume's list. */
function readEncoding({ volume, letter }: Corpus): Streams {
  const running: Word[] = [];
  const footnotes: Word[] = [];
  const root = parseTree(volume);
  const endnotes = named(root, 'note').filter((note) => attribute(note, 'type') === 'endnote');

  const figureOf = (target: string): number =>
    1 + endnotes.findIndex((note) => attribute(note, 'xml:id') === target.slice(target.indexOf('#') + 1));

  function read(element: XmlElement, place: string): string {
    switch (element.localName) {
      case 'teiHeader':
        return ' ';
      case 'lb':
      case 'pb':
        return ' ';
      case 'milestone':
        return ' ^* ^* ^* ';
      case 'ptr': {
        const target = attribute(element, 'target') ?? '';
        if (attribute(element, 'type') === 'endnote') return ` ^${figureOf(target)} `;
        running.push(...wordsOf(read(parseTree(letter(target)), target), target));
        return '';
      }
      case 'note': {
        if (attribute(element, 'type') !== 'footnote') break;
        const figure = `^${attribute(element, 'n')}`;
        footnotes.push(...wordsOf(`${figure} ${inside(element, place)}`, `${place}, note ${figure}`));
        return ` ${figure} `;
      }
      case 'head':
        // A heading taken from the printed Contents is accounted for there.
        if (attribute(element, 'source')) return ' ';
        if (elementsIn(element).some(isOurs)) return ' ';
        if (attribute(element, 'type') === 'title' && named(element, 'supplied').length > 0) {
          return ` ${inside(element, place)} ^* `;
        }
    }
    return isOurs(element) ? '' : inside(element, place);
  }

  // Blocks are words apart even where no white space parts them; phrases are not.
  const PHRASES = new Set([
    'persName',
    'roleName',
    'placeName',
    'orgName',
    'date',
    'hi',
    'title',
    'ref',
    'rs',
    'seg',
    'supplied',
  ]);
  function inside(element: XmlElement, place: string): string {
    const one = (child: XmlNode): string => {
      if (child.type === 'text' || child.type === 'cdata') return child.value;
      if (child.type !== 'element') return '';
      return PHRASES.has(child.localName) ? read(child, place) : ` ${read(child, place)} `;
    };
    return element.children.map(one).join('');
  }

  for (const part of named(root, 'text').flatMap((text) => text.children)) {
    if (part.type !== 'element') continue;
    for (const piece of part.children) {
      if (piece.type !== 'element') continue;
      const place = attribute(piece, 'xml:id') ?? piece.localName;
      for (const child of piece.children) {
        if (child.type === 'element') running.push(...wordsOf(read(child, place), place));
      }
    }
  }
  return { running, footnotes };
}

function readExcluded(volume: string): Word[][] {
  const lists = named(parseTree(volume), 'list').filter((list) => attribute(list, 'type') === 'excluded');
  const items = lists.flatMap((list) => named(list, 'item'));
  return items.map((item) => {
    const text = (node: XmlNode): string =>
      node.type === 'text'
        ? node.value
        : node.type !== 'element'
          ? ''
          : node.localName === 'lb'
            ? ' '
            : node.children.map(text).join('');
    return named(item, 'quote').flatMap((quote) =>
      wordsOf(text(quote), attribute(item, 'xml:id') ?? 'excluded'),
    );
  });
}

/** What is wrong, or undefined. Each excluded text must be met once, in order. */
function compare(
  source: readonly Word[],
  encoding: readonly Word[],
  excluded: readonly Word[][],
): string | undefined {
  const left = [...excluded];
  let s = 0;
  let e = 0;
  while (s < source.length) {
    const word = source[s];
    const next = encoding[e];
    const candidate = left[0];
    if (word && next && word.text === next.text) {
      s++;
      e++;
    } else if (candidate?.length && candidate.every(({ text }, i) => source[s + i]?.text === text)) {
      s += candidate.length;
      left.shift();
    } else {
      const shown = (words: readonly Word[], from: number): string =>
        words
          .slice(Math.max(0, from - 3), from + 3)
          .map(({ text }) => text)
          .join(' ');
      return `${word?.place} of the source has “${shown(source, s)}”, ${next?.place ?? 'the end'} has “${shown(encoding, e)}”`;
    }
  }
  const extra = encoding[e];
  if (extra) return `${extra.place} has “${extra.text}” after the end of the source`;
  if (left.length > 0) return `${left[0]?.[0]?.place} is excluded, and not in the source`;
  return undefined;
}

function check(markdown: string, corpus: Corpus): string | undefined {
  const source = readSource(markdown);
  const encoding = readEncoding(corpus);
  return (
    compare(source.running, encoding.running, readExcluded(corpus.volume)) ??
    compare(source.footnotes, encoding.footnotes, [])
  );
}

const markdown = read(sourcePath);
const corpus: Corpus = { volume: read('./volume.xml'), letter: (target) => read(`./${target}`) };

/** The corpus with one passage of one file replaced; the passage must be there. A space stands for a line end as well. */
function changed(file: string, from: string, to: string): Corpus {
  const passage = new RegExp(from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'));
  const replace = (text: string): string => {
    if (!passage.test(text)) throw new Error(`${file} does not have “${from}”`);
    return text.replace(passage, () => to);
  };
  if (file === 'volume') return { ...corpus, volume: replace(corpus.volume) };
  const target = `letters/${file}.xml`;
  return {
    ...corpus,
    letter: (asked) => (asked === target ? replace(corpus.letter(asked)) : corpus.letter(asked)),
  };
}

describe('the words of the source', () => {
  it('are those of the text that was given', () => {
    const digest = createHash('sha256')
      .update(readFileSync(new URL(sourcePath, import.meta.url)))
      .digest('hex');
    expect(digest).toBe('5b5cb67ad9c6b7447f3d722474e5e9ff89d5c823979088f1f4ba987d6e9e7646');
  });

  it('stand in the encoding once, in order, or in the list of what is left out', () => {
    expect(check(markdown, corpus)).toBeUndefined();
  });

  it('are as many as a plain count gives', () => {
    const { running, footnotes } = readSource(markdown);
    const plain = markdown
      .replace(/^(?:#+ |---$)/gm, '')
      .replace(/<sup>\d+<\/sup>/g, ' ')
      .replace(/\\?\*/g, '');
    const isWord = ({ text }: Word): boolean => !text.startsWith('^');
    expect([...running, ...footnotes].filter(isWord)).toHaveLength(plain.split(/\s+/).filter(Boolean).length);
  });

  it('are read free of Markdown', () => {
    const { running, footnotes } = readSource(markdown);
    const odd = [...running, ...footnotes].filter(({ text }) => /[\\<>#]|\*(?<!^\^\*)/.test(text));
    expect(odd).toEqual([]);
  });

  it('heading the Notes are taken from the printed Contents, which are left out', () => {
    const heads = named(parseTree(corpus.volume), 'head').filter((head) => attribute(head, 'source'));
    expect(heads.map((head) => attribute(head, 'source'))).toEqual(['#excluded-contents']);
    const contents = readExcluded(corpus.volume).find(([first]) => first?.place === 'excluded-contents');
    expect(contents?.map(({ text }) => text)).toContain('NOTES');
  });
});

describe('the comparison fails', () => {
  it.each([
    ['a word is dropped', 'roosevelt-churchill-1941-08-15', 'splendid defense', 'defense'],
    ['a word is doubled', 'roosevelt-churchill-1941-08-15', 'splendid', 'splendid splendid'],
    ['two words change places', 'stalin-1941-11-04', 'vital aid', 'aid vital'],
    ['a spelling is made alike', 'stalin-1941-08-04', 'neutralising', 'neutralizing'],
    ['an accent goes', 'stalin-1941-11-04', 'an Aide-Mémoire giving', 'an Aide-Memoire giving'],
    ['a sum keeps its backslash', 'aide-memoire-1941-11-02', '$1,000', '\\$1,000'],
    ['an em dash becomes a hyphen', 'stalin-1941-11-04', 'enemy—bloody', 'enemy-bloody'],
    ['white space parts a word', 'roosevelt-1941-11-06', 'as needs', 'as ne eds'],
    ['a page break splits a word', 'roosevelt-churchill-1941-08-15', 'urgently', 'urg<pb/>ently'],
    [
      'a callout is dropped',
      'stalin-1941-08-04',
      '<ptr type="endnote" target="../volume.xml#endnote-1"/>',
      '',
    ],
    ['a callout calls another note', 'stalin-1941-08-04', '#endnote-1', '#endnote-2'],
    ['the Notes change their order', 'volume', 'xml:id="endnote-1"', 'xml:id="endnote-9"'],
    ['a title is no longer supplied', 'stalin-1941-08-04', '#commission"', '#chancery"'],
    ['a dateline is lost', 'stalin-1941-10-03', 'October 3, 1941</date></dateline>', '</date></dateline>'],
    ['a letter leaves the list', 'volume', '<item><ptr target="letters/stalin-1941-10-03.xml"/></item>', ''],
    [
      'a letter stands twice',
      'volume',
      '<item><ptr target="letters/stalin-1941-10-03.xml"/></item>',
      '<item><ptr target="letters/stalin-1941-10-03.xml"/></item>'.repeat(2),
    ],
    ['the sections run together', 'volume', '<milestone unit="section" rend="asterisks"/>', ''],
    ['a footnote loses a word', 'volume', 'London, 1947', '1947'],
    ['a footnote has another figure', 'volume', 'place="bottom" n="2"', 'place="bottom" n="3"'],
    ['an excluded text is not complete', 'volume', 'With an Introduction by', 'Introduction by'],
    [
      'an excluded text stands in the encoding as well',
      'volume',
      '<head>DOCUMENTS</head>',
      '<head>DOCUMENTS DOCUMENTS</head>',
    ],
  ])('when %s', (_, file, from, to) => {
    expect(check(markdown, changed(file, from, to))).toBeTypeOf('string');
  });

  it('when any one word is missing on either side', () => {
    const { running } = readSource(markdown);
    const encoding = readEncoding(corpus).running;
    const excluded = readExcluded(corpus.volume);
    const without = (words: readonly Word[], index: number): Word[] => words.filter((_, i) => i !== index);
    const unnoticed = [
      ...running.filter((_, i) => compare(without(running, i), encoding, excluded) === undefined),
      ...encoding.filter((_, i) => compare(running, without(encoding, i), excluded) === undefined),
    ];
    expect(unnoticed).toEqual([]);
  });
});

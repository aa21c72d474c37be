import { parseTree } from '@chancery/xml';

/**
 * How much of a generated volume an import got right, each from 0 to 1. Documents are told by the line that they begin in.
 *
 * @param {ReturnType<import('./printed-volume.mjs').printedVolume>} truth
 * @param {import('@chancery/importing').PrintedVolume} imported
 */
export function importScore(truth, imported) {
  const sources = new Map(imported.files.map(({ path, source }) => [path, source]));
  const volume = parseTree(sources.get('volume.xml'));
  const endnotes = new Map(
    within(volume)
      .filter(({ localName }) => localName === 'note')
      .map((note) => [attribute(note, 'xml:id'), note]),
  );
  const numbers = new Map(imported.documents.map(({ id, number }) => [id, number?.value]));
  const byLine = new Map(imported.documents.map((document) => [document.line, document]));
  const found = truth.documents.filter(({ line }) => byLine.has(line));
  const tally = { numbers: new Tally(), dates: new Tally(), callouts: new Tally(), words: new Tally() };
  for (const document of truth.documents) {
    const proposal = byLine.get(document.line);
    const read = proposal
      ? readLetter(parseTree(sources.get(`letters/${proposal.id}.xml`)), endnotes, numbers)
      : { words: [], notes: [] };
    if (document.number !== undefined)
      tally.numbers.add(1, proposal?.number?.value === document.number ? 1 : 0);
    for (const { type, when } of document.dates)
      tally.dates.add(1, proposal?.dates.some((date) => date.type === type && date.when === when) ? 1 : 0);
    tally.callouts.add(document.notes.length, common(document.notes, read.notes));
    tally.words.add(document.words.length, common(document.words, read.words));
  }
  const written = [...endnotes.values()].filter((note) => attribute(note, 'type') === 'endnote').map(wordsOf);
  for (const [index, note] of truth.endnotes.entries())
    tally.words.add(note.length, common(note, written[index] ?? []));
  return {
    boundaries: found.length / (truth.documents.length + imported.documents.length - found.length),
    numbers: tally.numbers.share,
    dates: tally.dates.share,
    callouts: tally.callouts.share,
    words: tally.words.share,
  };
}

class Tally {
  #of = 0;
  #right = 0;
  add(of, right) {
    this.#of += of;
    this.#right += right;
  }
  get share() {
    return this.#right / this.#of;
  }
}

/** The words of a letter without its notes, and the words of the notes in the order of their callouts. */
function readLetter(tei, endnotes, numbers) {
  const notes = [];
  const read = (node) => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element') return '';
    const type = attribute(node, 'type');
    if (node.localName === 'note') {
      notes.push(wordsOf(node).join(' '));
      return '';
    }
    if (node.localName === 'ptr' && type === 'endnote') {
      const note = endnotes.get(attribute(node, 'target').replace(/^.*#/, ''));
      notes.push(note ? wordsOf(note).join(' ') : '');
      return '';
    }
    // A reference to a document is worded by its number.
    if (node.localName === 'ptr') return `No. ${numbers.get(attribute(node, 'target').replace('.xml', ''))}`;
    // What is supplied is none of the source's words.
    if (
      node.localName === 'head' &&
      type === 'number' &&
      /#chancery/.test(JSON.stringify(node.children.map(attributesOf)))
    )
      return '';
    const inner = node.children.map(read).join('');
    return phrases.has(node.localName) ? inner : ` ${inner} `;
  };
  const text = tei.children.find(({ localName }) => localName === 'text');
  return { words: read(text).split(/\s+/).filter(Boolean), notes };
}

const phrases = new Set(['persName', 'placeName', 'date', 'hi', 'ref', 'title', 'supplied']);

const attributesOf = (node) => (node.type === 'element' ? node.attributes.map(({ value }) => value) : []);

function attribute(element, name) {
  return element.attributes.find((each) => each.name === name)?.value;
}

function within(element) {
  return element.children.flatMap((child) => (child.type === 'element' ? [child, ...within(child)] : []));
}

function wordsOf(element) {
  const read = (node) => {
    if (node.type !== 'element') return node.type === 'text' ? node.value : '';
    const inner = node.children.map(read).join('');
    // Words of two paragraphs are two, though nothing stands between their tags.
    return node.localName === 'p' ? ` ${inner} ` : inner;
  };
  return read(element).split(/\s+/).filter(Boolean);
}

/** How many of the first stand in the second as well, in the same order: the length of the longest common subsequence. */
function common(one, other) {
  let row = new Uint32Array(other.length + 1);
  for (const word of one) {
    const next = new Uint32Array(other.length + 1);
    for (let index = 1; index <= other.length; index += 1)
      next[index] = word === other[index - 1] ? row[index - 1] + 1 : Math.max(row[index], next[index - 1]);
    row = next;
  }
  return row[other.length];
}

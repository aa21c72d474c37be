import { readFileSync } from 'node:fs';
import { parseTree, type XmlElement, type XmlNode } from '@chancery/xml';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importPrintedVolume, type PrintedVolume } from './import-printed-volume.js';

const sample = readFileSync(
  new URL('../../../../corpus/source/correspondence-volume-two.txt', import.meta.url),
  'utf8',
);

/** The letters of a text, in order, whatever stands between them. */
const lettersOf = (text: string): string => text.replace(/\s+/g, '');

/** Where two texts first differ; the empty string for none. */
function difference(one: string, other: string): string {
  if (one === other) return '';
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `${one.slice(Math.max(0, at - 20), at + 30)} | ${other.slice(Math.max(0, at - 20), at + 30)}`;
}

/** The words that a file holds and that nobody but the source can have written. */
function wordsOfSource(source: string): string {
  const read = (node: XmlNode): string => {
    if (node.type === 'text' || node.type === 'cdata') return node.value;
    if (node.type !== 'element' || isGenerated(node)) return '';
    return node.children.map(read).join('');
  };
  const tei = parseTree(source);
  return tei.children
    .filter((child): child is XmlElement => child.type === 'element' && child.localName === 'text')
    .map(read)
    .join('');
}

/** A number that is supplied stands in a head of its own; a heading without a heading in the source is generated. */
function isGenerated(element: XmlElement): boolean {
  const attribute = (name: string) => element.attributes.find((each) => each.name === name)?.value;
  if (element.localName !== 'head') return false;
  if (attribute('source') !== undefined) return true;
  return element.children.some(
    (child) =>
      child.type === 'element' &&
      child.localName === 'supplied' &&
      /#chancery/.test(child.attributes.map(({ value }) => value).join()),
  );
}

/**
 * The ledger goes through the source without a gap; and each file has just the characters that the ledger says it has, in order,
 * with its footnotes where they are called.
 */
function account(source: string, { files, ledger, queue }: PrintedVolume): void {
  expect(ledger.map(({ start, end }) => source.slice(start, end)).join('')).toBe(source);
  let end = 0;
  for (const entry of ledger) {
    expect(entry.start).toBe(end);
    end = entry.end;
  }
  const ids = new Set(queue.map(({ id }) => id));
  for (const { fate } of ledger) if (fate.kind === 'queued') expect(ids).toContain(fate.entry);
  for (const file of files) {
    const used = ledger.filter(({ fate }) => fate.kind === 'used' && fate.file === file.path);
    const sorted = (text: string) => [...lettersOf(text)].sort().join('');
    const fromLedger = used
      .map(({ start, end: to, fate }) => (fate.kind === 'used' ? (fate.as ?? source.slice(start, to)) : ''))
      .join('');
    const inFile = wordsOfSource(file.source);
    // Notes stand elsewhere in the file than in the source: in order is what is left without them.
    expect(difference(sorted(fromLedger), sorted(inFile)), file.path).toBe('');
    const running = used
      .filter(({ fate }) => fate.kind === 'used' && fate.part !== 'footnote' && fate.part !== 'note')
      .map(({ start, end: to, fate }) => (fate.kind === 'used' ? (fate.as ?? source.slice(start, to)) : ''))
      .join('');
    const withoutNotes = file.source.replace(/<note type="(?:foot|end)note"[\s\S]*?<\/note>/g, '');
    if (file.path !== 'volume.xml')
      expect(difference(lettersOf(running), lettersOf(wordsOfSource(withoutNotes))), file.path).toBe('');
  }
}

test('every character of the sample source is in the files, or in the ledger with the reason why not', () => {
  account(sample, importPrintedVolume(sample));
});

/** Ways in which OCR, or a careless hand, spoils a text. */
const spoilings: readonly ((text: string, at: number) => string)[] = [
  (text, at) => `${text.slice(0, at)}\n\n${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\n${text.slice(at)}`,
  (text, at) => text.slice(0, at) + text.slice(at + 25),
  (text, at) => `${text.slice(0, at)}*${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}<sup>l2</sup>${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\n\n<sup>3</sup> A note that strayed\n\n${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\n\nNo. 1O\n\n${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\n\n12\n\n${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\f${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}-\n${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\u0007&<${text.slice(at)}`,
  (text, at) => text.slice(0, at) + text.slice(at).replace('\n\n', '\n'),
  (text, at) => `${text.slice(at)}\n\n${text.slice(0, at)}`,
];

test('so is every character of a source that is spoilt', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(spoilings.length - 1), fc.double({ min: 0, max: 1, noNaN: true })), {
        minLength: 1,
        maxLength: 6,
      }),
      (spoilt) => {
        const source = spoilt.reduce(
          (text, [way, share]) => spoilings[way]?.(text, Math.floor(share * text.length)) ?? text,
          sample,
        );
        account(source, importPrintedVolume(source));
      },
    ),
    { numRuns: 60 },
  );
});

/** Among the documents a note 4 that nothing calls; among the notes a 2 behind the 3. */
const displaced = `DOCUMENTS

No. 1

Received on August 4, 1841

A. ADAMS TO B. BOWEN

The ship came in.<sup>1</sup>

<sup>4</sup> It sailed again.

It was late.<sup>4</sup>

A. ADAMS

NOTES

<sup>1</sup> The Argo.

<sup>3</sup> Adams.

<sup>2</sup> Not before noon.

It rained.
`.replace('late.<sup>4</sup>', `late.${' Very late.'.repeat(1_200)}<sup>4</sup>`);

test('a note out of place is put into it, stays where it stands, waits, or is left out with a reason', () => {
  const { queue } = importPrintedVolume(displaced);
  const doubts = queue.filter(({ code }) => code === 'note-displaced');
  expect(
    doubts.map(({ source, proposal, alternatives }) => [
      source,
      [proposal, ...alternatives].map(({ choice }) => choice),
    ]),
  ).toEqual([
    ['<sup>4</sup> It sailed again.', ['note', 'here', 'queue', 'exclude']],
    ['<sup>2</sup> Not before noon.', ['note', 'words', 'queue', 'exclude']],
  ]);
  const whole = (...choices: string[]) => {
    const decisions = doubts.map(({ id }, at) => {
      const choice = choices[at] ?? '';
      return { id, choice, ...(choice === 'exclude' ? { value: 'Printed twice.' } : {}) };
    });
    const volume = importPrintedVolume(displaced, { decisions });
    account(displaced, volume);
    return {
      ...volume,
      said: volume.files.map(({ source }) => source.replaceAll(/\s+/g, ' ')),
      fates: ['sailed', 'noon'].map((word) => {
        const at = displaced.indexOf(word);
        return volume.ledger.find(({ end }) => end > at)?.fate.kind;
      }),
    };
  };
  const put = whole('note', 'note');
  expect(put.fates).toEqual(['used', 'used']);
  expect(put.said[0]).toMatch(/The Argo.*Not before noon\..*Adams.*It sailed again\./);
  const kept = whole('here', 'words');
  expect(kept.fates).toEqual(['used', 'used']);
  expect(kept.said[1]).toContain('It sailed again.');
  expect(kept.said[0]).toMatch(/The Argo.*Adams.*Not before noon\..*It rained\./);
  expect(whole('queue', 'queue').fates).toEqual(['queued', 'queued']);
  const without = whole('exclude', 'exclude');
  expect(without.fates).toEqual(['excluded', 'excluded']);
  expect(without.said[0]?.match(/Printed twice\./g)).toHaveLength(2);
});

test('so is every character of any text at all', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '',
      'No. 1',
      'No. l',
      'Received on August 4, 1941',
      'F. ROOSEVELT TO J. V. STALIN*',
      '**A TO B\\***',
      '---',
      'NOTES',
      'DOCUMENTS',
      'CONTENTS',
      'FOREWORD',
      '<sup>1</sup> A note',
      '1 A note',
      '12',
      'J. STALIN',
      'Yours sincerely,',
      '(1) First',
      'AIDE-MEMOIRE',
      'ENCLOSURE',
      'MESSAGES NOT FOUND',
      'October 3, 1941',
      '* * *',
      'words that go on-',
      'My dear Mr Stalin,',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const source = lines.join('\n');
      account(source, importPrintedVolume(source));
    }),
    { numRuns: 300 },
  );
});

import { describe, expect, it } from 'vitest';
import { importPrintedVolume, type PrintedVolumeOptions } from './import-printed-volume.js';
import { DecisionError, readDecisions } from './proposing/read-decisions.js';
import { RuleError } from './rules/compile-rules.js';
import { readRuleSettings } from './rules/read-rule-settings.js';
import { tryRules } from './rules/try-rules.js';

const letter = (number: string, body = 'The ship came in.') =>
  `${number}\n\nReceived on August 4, 1841\n\nA. ADAMS TO B. BOWEN\n\n${body}\n\nA. ADAMS\n`;

const read = (source: string, options: PrintedVolumeOptions = {}) => importPrintedVolume(source, options);
const letterOf = (volume: ReturnType<typeof read>, at = 0) => volume.files[at + 1]?.source ?? '';

describe('rules', () => {
  it('take the place of the usual patterns, and of no others', () => {
    const source = `DOCUMENTS\n\n${letter('Letter 4')}`;
    expect(read(source).documents[0]?.number?.isSupplied).toBe(true);
    const { documents, queue } = read(source, { rules: { number: ['^Letter (?<number>\\d+)$'] } });
    expect(documents).toMatchObject([
      { number: { value: '4', isSupplied: false }, title: 'A. ADAMS TO B. BOWEN' },
    ]);
    expect(queue).toEqual([]);
  });

  it('are switched off by an empty list', () => {
    expect(
      read(`DOCUMENTS\n\n${letter('No. 1')}`, { rules: { received: [], title: [] } }).documents[0],
    ).toMatchObject({
      dates: [],
    });
  });

  it('are tried on a text, with their lines and groups', () => {
    const [tried] = tryRules(letter('No. 12'), {}, ['number']);
    expect(tried?.matches).toEqual([
      { line: 1, start: 0, end: 6, words: 'No. 12', groups: { number: '12' } },
    ]);
  });

  it.each([
    [{ number: ['(?<number>'] }, 'is no regular expression'],
    [{ number: ['^No \\d+$'] }, 'does not say where the number stands'],
    [{ number: ['a'.repeat(1_001)] }, 'Divide it into several'],
  ])('are refused with the reason: %j', (rules, reason) => {
    expect(() => read('words', { rules })).toThrow(RuleError);
    expect(() => read('words', { rules })).toThrow(reason);
  });

  it.each(['{ "numbr": [] }', '{ "number": "x" }', '[]', '{'])(
    'are refused that are no rules: %s',
    (json) => {
      expect(() => readRuleSettings(json)).toThrow(RuleError);
    },
  );
});

describe('decisions', () => {
  const lost = `DOCUMENTS\n\n${letter('', 'It came.')}`;

  it('hold when lines are put in before', () => {
    const [doubt] = read(lost).queue;
    const decisions = [{ id: doubt?.id ?? '', value: '9' }];
    const moved = read(`# A VOLUME\n\n${lost}`, { decisions });
    expect(moved.documents[0]?.number?.value).toBe('9');
    expect(moved.unmet).toEqual([]);
    expect(letterOf(moved)).toMatch(/<supplied [^>]*>9<\/supplied>/);
  });

  it('that meet nothing are told of', () => {
    const decisions = [{ id: 'number-lost-00000000', value: '1' }];
    expect(read(letter('No. 1'), { decisions }).unmet).toEqual(decisions);
  });

  it('leave words out for the reason given, which the volume tells', () => {
    const source = `DOCUMENTS\n\nThis & that strayed.\n\n${letter('No. 1')}`;
    const before = read(source);
    expect(before.queue).toMatchObject([{ code: 'text-unplaced', proposal: { choice: 'queue' } }]);
    const id = before.queue[0]?.id ?? '';
    expect(before.ledger.filter(({ fate }) => fate.kind === 'queued')).not.toEqual([]);
    const { ledger, files } = read(source, {
      decisions: [{ id, choice: 'exclude', value: 'Strayed <in>.' }],
    });
    expect(ledger.filter(({ fate }) => fate.kind === 'queued')).toEqual([]);
    expect(ledger).toContainEqual(
      expect.objectContaining({ line: 3, fate: { kind: 'excluded', reason: 'Strayed <in>.' } }),
    );
    expect(files[0]?.source.replace(/\s+/g, ' ')).toContain('<quote>This &amp; that strayed.</quote>');
    expect(files[0]?.source).toContain('Strayed &lt;in&gt;.');
  });

  it.each([
    ['leaves words out without a reason', { choice: 'exclude' }],
    ['gives a reason that XML cannot hold', { choice: 'exclude', value: 'a\u0007b' }],
    ['chooses what is no choice', { choice: 'burn' }],
  ])('are refused where one %s', (_, decision) => {
    const source = `DOCUMENTS\n\nThis strayed.\n\n${letter('No. 1')}`;
    const id = read(source).queue[0]?.id ?? '';
    expect(() => read(source, { decisions: [{ id, ...decision }] })).toThrow(DecisionError);
  });

  it('are read of a queue that is filled in; what is null is open', () => {
    expect(
      readDecisions('[{"id":"a","choice":null,"value":null},{"id":"b","choice":"keep","value":null}]'),
    ).toEqual([{ id: 'b', choice: 'keep' }]);
  });

  it.each([
    '[{}]',
    '[{"id":"a"}]',
    '[{"id":"a","value":1}]',
    '{}',
    '[{"id":"a","value":"1"},{"id":"a","value":"2"}]',
  ])('are refused that are no decisions: %s', (json) =>
    expect(() => readDecisions(json)).toThrow(DecisionError),
  );
});

describe('enclosures', () => {
  it('stand with the document that they were sent with, and take no number', () => {
    const source = `${letter('No. 1')}\nENCLOSURE\n\nA list of the cargo.\n\n${letter('No. 2')}`;
    const { documents, files, queue } = read(source);
    expect(documents.map(({ kind, enclosedIn, number }) => [kind, enclosedIn, number?.value])).toEqual([
      ['message', undefined, '1'],
      ['enclosure', documents[0]?.id, undefined],
      ['message', undefined, '2'],
    ]);
    expect(queue).toEqual([]);
    expect(files[0]?.source.replace(/\s+/g, ' ')).toContain(
      `<item><ptr target="letters/${documents[0]?.id}.xml"/> <list type="enclosures"> <item><ptr target="letters/${documents[1]?.id}.xml"/></item>`,
    );
    expect(letterOf({ ...read(source) }, 1)).toContain('A list of the cargo.');
  });
});

describe('the register of messages that were not found', () => {
  const source = `${letter('No. 1')}\nMESSAGES NOT FOUND\n\nA. Adams to B. Bowen, August 9, 1841. Mentioned in No. 1.\n\nA message of which nothing else is known.\n`;

  it('tells sender, addressee, date and evidence apart where they can be told apart', () => {
    const file = read(source).files[0]?.source.replace(/\s+/g, ' ') ?? '';
    expect(file).toContain('<div type="non-extant"');
    expect(file).toMatch(
      /<persName role="sender" ref="#adams">A\. Adams<\/persName> to <persName role="addressee" ref="#bowen">B\. Bowen<\/persName>, <date when="1841-08-09">August 9, 1841<\/date>/,
    );
    expect(file).toMatch(/<item><bibl>A message of which nothing else is known\.<\/bibl><\/item>/);
  });

  it('is no document', () => {
    expect(read(source).documents).toHaveLength(1);
  });
});

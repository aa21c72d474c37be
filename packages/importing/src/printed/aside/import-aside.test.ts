import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { buildDocx, paragraph, run as words } from '../../word/testing/build-docx.js';
import { DocumentRefused } from '../../written/open-package.js';
import { readDocumentSource } from '../../written/read-document-source.js';
import { importPrintedVolume } from '../import-printed-volume.js';
import { accountOfLines } from '../reporting/account-of-lines.js';
import { RuleError } from '../rules/compile-rules.js';
import { importPrintedAside, readDocumentAside, tryRulesAside } from './import-aside.js';

const text = 'No. 1\n\nA. ADAMS TO B. BOWEN\n\nWords.\n\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\n';
const endless = { number: ['^(?<number>(?:a+)+)$'] };

test('a source is imported aside as it is here', async () => {
  const { ledger, ...volume } = importPrintedVolume(text);
  const { lines, summary, ...aside } = await importPrintedAside(text);
  expect(aside).toEqual(volume);
  expect(lines).toEqual(accountOfLines(text, { ledger }));
  expect(summary).toMatchObject({ documents: 1, doubts: { open: 0 } });
});

test.each([
  ['importing', () => importPrintedAside(text, { rules: endless }, { milliseconds: 1_000 })],
  ['trying', () => tryRulesAside(text, endless, undefined, { milliseconds: 1_000 })],
])('a pattern that never comes to an end is named: %s', async (_, run) => {
  const error: unknown = await run().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RuleError);
  expect(error).toMatchObject({
    message: expect.stringContaining('^(?<number>(?:a+)+)$ of the rule “number” takes longer than 1 seconds'),
    path: ['number', '^(?<number>(?:a+)+)$'],
  });
});

test('whoever gives up is not kept', async () => {
  const giving = new AbortController();
  const run = importPrintedAside(text, { rules: endless }, { signal: giving.signal });
  giving.abort(new Error('no more'));
  await expect(run).rejects.toThrow('no more');
});

test('mistakes are the same errors as here', async () => {
  await expect(importPrintedAside(text, { rules: { number: ['('] } })).rejects.toBeInstanceOf(RuleError);
});

test('a document of a word processor is read aside as it is here, and refused alike', async () => {
  const bytes = buildDocx({ body: paragraph(words('No. 1')) + paragraph(words('Words.', '<w:i/>')) });
  expect(await readDocumentAside('a.docx', bytes)).toEqual(await readDocumentSource('a.docx', bytes));
  const refused: unknown = await readDocumentAside('a.docx', bytes.subarray(0, 40)).catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(DocumentRefused);
  expect(refused).toMatchObject({ code: 'damaged', advice: expect.stringContaining('save it anew') });
});

test('sources that are read one after the other are read on one thread, also behind one that is refused', async () => {
  await importPrintedAside(text);
  const before = await nextThread();
  await importPrintedAside(text);
  await expect(importPrintedAside(text, { rules: { number: ['('] } })).rejects.toBeInstanceOf(RuleError);
  await importPrintedAside(text);
  expect(await nextThread()).toBe(before + 1);
});

/** The number of a thread that is started now: threads are counted up. */
async function nextThread(): Promise<number> {
  const worker = new Worker('', { eval: true });
  const { threadId } = worker;
  await worker.terminate();
  return threadId;
}

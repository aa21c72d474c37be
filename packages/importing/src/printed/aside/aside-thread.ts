import { parentPort } from 'node:worker_threads';
import { readTeiArchive } from '../../read-tei-archive.js';
import { DocumentRefused } from '../../written/open-package.js';
import { readDocumentSource } from '../../written/read-document-source.js';
import { importPrintedVolume, type PrintedVolume } from '../import-printed-volume.js';
import { DecisionError } from '../proposing/read-decisions.js';
import { accountOfLines } from '../reporting/account-of-lines.js';
import { summaryOf } from '../reporting/summary.js';
import { type PatternWatch, RuleError } from '../rules/compile-rules.js';
import { rules } from '../rules/rules.js';
import { tryRules } from '../rules/try-rules.js';
import type { AsideOrder, AsideReply, PrintedReading } from './aside-messages.js';

// The thread that reads sources, one after the other. A pattern that never comes to an end ends this thread and nothing else.

function watchIn(buffer: SharedArrayBuffer): PatternWatch {
  const watched = new Int32Array(buffer);
  return (rule, pattern) => {
    watched[0] = rule === undefined ? 0 : rules.findIndex(({ name }) => name === rule) + 1;
    watched[1] = pattern;
  };
}

function read(source: string, { ledger, ...volume }: PrintedVolume): PrintedReading {
  const lines = accountOfLines(source, { ledger });
  return { ...volume, lines, summary: summaryOf(volume, lines) };
}

async function done(order: AsideOrder): Promise<AsideReply> {
  if (order.task === 'document') return { written: await readDocumentSource(order.name, order.bytes) };
  if (order.task === 'tei')
    return { archive: await readTeiArchive(order.bytes, order.named, { asTheyAre: true, toMend: true }) };
  const { source } = order;
  const watch = watchIn(order.watched);
  return order.task === 'import'
    ? { reading: read(source, importPrintedVolume(source, { ...order.options, watch })) }
    : { tried: tryRules(source, order.rules, order.names, watch) };
}

async function answer(order: AsideOrder): Promise<AsideReply> {
  try {
    return await done(order);
  } catch (error) {
    if (error instanceof DocumentRefused) {
      const { code, message, advice } = error;
      return { failed: 'document', code, message, advice };
    }
    if (error instanceof RuleError) return { failed: 'rules', message: error.message, path: error.path };
    if (error instanceof DecisionError)
      return { failed: 'decisions', message: error.message, path: error.path };
    throw error;
  }
}

parentPort?.on('message', async (order: AsideOrder) => {
  // The time that it may take is counted from here: on a busy machine a thread is slow to start.
  parentPort?.postMessage({ begun: true } satisfies AsideReply);
  parentPort?.postMessage(await answer(order));
});

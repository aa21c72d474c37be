import { parentPort, workerData } from 'node:worker_threads';
import { importPrintedVolume, type PrintedVolume } from '../import-printed-volume.js';
import { DecisionError } from '../proposing/read-decisions.js';
import { accountOfLines } from '../reporting/account-of-lines.js';
import { summaryOf } from '../reporting/summary.js';
import { type PatternWatch, RuleError } from '../rules/compile-rules.js';
import { rules } from '../rules/rules.js';
import { tryRules } from '../rules/try-rules.js';
import type { AsideOrder, AsideReply, PrintedReading } from './aside-messages.js';

// The thread that reads one source. A pattern that never comes to an end ends this thread and nothing else.

const order = workerData as AsideOrder;
const watched = new Int32Array(order.watched);
const watch: PatternWatch = (rule, pattern) => {
  watched[0] = rule === undefined ? 0 : rules.findIndex(({ name }) => name === rule) + 1;
  watched[1] = pattern;
};

function read({ ledger, ...volume }: PrintedVolume): PrintedReading {
  const lines = accountOfLines(order.source, { ledger });
  return { ...volume, lines, summary: summaryOf(volume, lines) };
}

function answer(): AsideReply {
  try {
    return order.task === 'import'
      ? { reading: read(importPrintedVolume(order.source, { ...order.options, watch })) }
      : { tried: tryRules(order.source, order.rules, order.names, watch) };
  } catch (error) {
    if (error instanceof RuleError) return { failed: 'rules', message: error.message, path: error.path };
    if (error instanceof DecisionError)
      return { failed: 'decisions', message: error.message, path: error.path };
    throw error;
  }
}

// The time that it may take is counted from here: on a busy machine a thread is slow to start.
parentPort?.postMessage({ begun: true } satisfies AsideReply);
parentPort?.postMessage(answer());

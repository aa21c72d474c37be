import { parentPort } from 'node:worker_threads';
import { giveBackMemory } from '../../engine-memory.js';
import { SourceError } from '../gate.js';
import { EscapeAttempt } from '../lock-down.js';
import { Source } from '../source.js';
import { Computed, compute, type ParameterValue, TransformError, transform } from '../transform.js';
import type {
  SentFailure,
  SentParameters,
  SentSource,
  SentValue,
  ThreadMessage,
  TransformOrder,
  TransformReply,
} from './thread-messages.js';

// A thread that runs our stylesheets over one document after another, beside others that do the same.

const kept = new Map<number, Source | Computed>();

function sourceOf({ key, text, keep }: SentSource): Source {
  const known = kept.get(key);
  if (known instanceof Source) return known;
  if (text === undefined) throw new TypeError('The thread is asked for a document that it was not given.');
  const source = Source.of(text);
  if (keep) kept.set(key, source);
  return source;
}

function parameterOf(value: SentValue): ParameterValue {
  if (typeof value !== 'object') return value;
  if (value.kind === 'source') return sourceOf(value);
  const known = kept.get(value.key);
  if (known instanceof Computed) return known;
  if (value.recipe === undefined) throw new TypeError('The thread is asked for a value that it cannot make.');
  const { stylesheet, source, parameters } = value.recipe;
  const made = compute(stylesheet, sourceOf(source), parametersOf(parameters));
  kept.set(value.key, made);
  return made;
}

function parametersOf(parameters: SentParameters): Record<string, ParameterValue> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, parameterOf(value)]));
}

function failureOf(error: unknown): SentFailure {
  if (error instanceof SourceError) {
    const { code, message, advice, line, column } = error;
    return { kind: 'source', code, message, advice, line, column };
  }
  if (error instanceof EscapeAttempt) return { kind: 'escape', means: error.means };
  if (error instanceof TransformError) {
    const { stylesheet, code, reason, messages } = error;
    return { kind: 'transform', stylesheet, code, reason, messages };
  }
  return { kind: 'other', error };
}

function answer({ id, stylesheet, source, parameters }: TransformOrder): TransformReply {
  try {
    return { id, ...transform(stylesheet, sourceOf(source), parametersOf(parameters)) };
  } catch (error) {
    return { id, failed: failureOf(error) };
  }
}

parentPort?.on('message', (message: ThreadMessage) => {
  if (message === 'forget') {
    kept.clear();
    giveBackMemory();
  } else {
    parentPort?.postMessage(answer(message));
  }
});

import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { smallEdition } from '../testing/test-house.js';
import { PressFailed } from './press-child.js';
import { KeptPress } from './run-press.js';

// The process runs what is built.
const program = fileURLToPath(new URL('../../dist/publishing/press-process.js', import.meta.url));

let out: string;
let press: KeptPress;

beforeEach(async () => {
  expect(existsSync(program), 'Chancery has not been built: npm run build').toBe(true);
  out = join(await mkdtemp(join(tmpdir(), 'chancery-press-')), 'edition');
  press = new KeptPress({ program });
});
afterEach(async () => {
  await press.stop();
  await rm(join(out, '..'), { recursive: true, force: true });
});

const never = new AbortController().signal;

/** Prints the small edition as text, with other words in its second letter. */
function print(words = 'Bernoulli’s Numbers', signal = never, by = press): Promise<unknown> {
  const [first, second] = smallEdition.letters;
  const source = second.source.replace('Bernoulli’s Numbers', words);
  const edition = { volume: smallEdition.volume, letters: [first, { ...second, source }] };
  const printed = by.print({ edition, out, only: ['txt'] }, () => undefined, signal);
  // What fails is looked at later.
  printed.catch(() => undefined);
  return printed;
}

const text = () => readFile(join(out, 'volume.txt'), 'utf8');

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The process of the press, once there is one. */
async function pidOf(by = press): Promise<number> {
  await expect.poll(() => by.pid).toBeDefined();
  return by.pid ?? 0;
}

test('an edition is printed again by the process that printed it before, which ends with the press', async () => {
  await Promise.all([print(), print('the first change')]);
  expect(await text()).toContain('the first change');
  const pid = await pidOf();
  await print('the second change');
  expect(await text()).toContain('the second change');
  expect(press.pid).toBe(pid);
  await press.stop();
  expect(isRunning(pid)).toBe(false);
  await expect(print()).rejects.toBeInstanceOf(PressFailed);
});

test('a process that waits for no edition any more ends, and the next one begins another', async () => {
  const brief = new KeptPress({ program, waits: 1 });
  await print('once', never, brief);
  await expect.poll(() => brief.pid).toBeUndefined();
  await print('twice', never, brief);
  expect(await text()).toContain('twice');
  await brief.stop();
});

test('what ends the process while it waits or prints leaves the last edition, and the next one is printed', async () => {
  const starting = print('none');
  process.kill(await pidOf(), 'SIGKILL');
  await expect(starting).rejects.toThrow(/^The press stopped \(SIGKILL\)\. Publish again;/);
  await print('one');
  const first = await pidOf();
  // It is asked, and ends before it has printed anything.
  process.kill(first, 'SIGSTOP');
  const second = print('two');
  await setImmediate();
  process.kill(first, 'SIGKILL');
  await second;
  expect(await text()).toContain('two');
  const next = await pidOf();
  expect(next).not.toBe(first);
  process.kill(next, 'SIGKILL');
  await expect.poll(() => press.pid).toBeUndefined();
  await print('three');
  expect(await text()).toContain('three');
});

test('one that failed or was stopped leaves the last edition, and another process prints the next', async () => {
  await print('one');
  const first = await pidOf();
  const failing = print('two</p>');
  await expect(failing).rejects.toBeInstanceOf(PressFailed);
  await expect(failing).rejects.toThrow('ada-1843-07-11.xml');
  expect(press.pid).toBeUndefined();
  expect(await text()).toContain('one');
  await print('three');
  const second = await pidOf();
  expect(second).not.toBe(first);
  const cancelling = new AbortController();
  const cancelled = print('four', cancelling.signal);
  const waiting = print('five', cancelling.signal);
  await setImmediate();
  cancelling.abort();
  await expect(cancelled).rejects.toBe(cancelling.signal.reason);
  await expect(waiting).rejects.toBe(cancelling.signal.reason);
  expect(press.pid).toBeUndefined();
  await expect.poll(() => isRunning(second)).toBe(false);
  expect(await text()).toContain('three');
  await print('six');
  expect(await text()).toContain('six');
});

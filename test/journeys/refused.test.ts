import { openLetter as openSource, positionAt, schema } from '@chancery/prosemirror-tei';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Transform } from 'prosemirror-transform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { caretBehind, openLetter, sampleLetter, saved, signIn, teiOf, textOf } from '../support/desk.js';

const letter = 'stalin-1941-10-03';

let chancery: RunningChancery;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let source: string;
let cookie: string;

beforeAll(async () => {
  [chancery, browser, source] = await Promise.all([startChancery(), openBrowser(), sampleLetter(letter)]);
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  await signIn(page, chancery);
  cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

function live(id: string, headers: Record<string, string>): WebSocket {
  const address = `${chancery.address.replace('http', 'ws')}/api/letters/${id}/live?version=0&client=a-stranger`;
  const options: ClientOptions = { headers, origin: headers.origin ?? chancery.address };
  return new WebSocket(address, options);
}

/** The status with which a connection is refused. */
function refusedWith(id: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const socket = live(id, headers);
    socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode));
    socket.on('open', () => reject(new Error('the connection was let in')));
    socket.on('error', () => undefined);
  });
}

interface Message {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Sends a message over a connection that is let in, and answers what the server says to it. */
function answerTo(message: unknown): Promise<Message> {
  return new Promise((resolve, reject) => {
    const socket = live(letter, { cookie });
    socket.on('error', reject);
    socket.on('message', (data) => {
      const said: Message = JSON.parse(String(data));
      if (said.type === 'hello') {
        socket.send(typeof message === 'string' ? message : JSON.stringify(message));
        return;
      }
      // Who else is there is told to everybody, in its own time.
      if (said.type === 'present') return;
      socket.close();
      resolve(said);
    });
  });
}

/** A message with the step that types `text` before some words, meant for a position `shift` further on. */
function typing(text: string, shift = 0): Message & { steps: unknown[] } {
  const opened = openSource(source);
  const at = positionAt(opened, source.indexOf('deep gratitude') - 7);
  const [step] = new Transform(opened.doc).insert(at, schema.text(text)).steps;
  const json = { ...step?.toJSON() };
  json.from += shift;
  json.to += shift;
  return { type: 'steps', version: 0, batch: 'forged', steps: [json] };
}

async function untouched(): Promise<void> {
  expect(await teiOf(page, chancery, letter)).toBe(source);
  const detail = await page.request.get(`${chancery.address}/api/letters/${letter}`);
  expect((await detail.json()).version).toBe(0);
}

describe('a connection is refused', () => {
  test('to a stranger', async () => {
    expect(await refusedWith(letter, {})).toBe(401);
    expect(await refusedWith(letter, { cookie: 'better-auth.session_token=forged.forged' })).toBe(401);
  });

  test('to a page of another site', async () => {
    expect(await refusedWith(letter, { cookie, origin: 'https://elsewhere.example' })).toBe(403);
  });

  test('for a letter that there is not', async () => {
    expect(await refusedWith('no-such-letter', { cookie })).toBe(404);
  });
});

describe('a forged step is refused with its reason, and the letter is untouched', () => {
  test.each([
    ['that does not apply', () => typing('x', 1_000_000), /does-not-apply/],
    ['of an unknown kind', () => ({ ...typing('x'), steps: [{ stepType: 'drop-table' }] }), /malformed/],
    [
      'with fields that are no positions',
      () => ({ ...typing('x'), steps: [{ stepType: 'replace', from: 'a', to: {} }] }),
      /malformed|does-not-apply/,
    ],
    ['of a version to come', () => ({ ...typing('x'), version: 99 }), /malformed/],
    ['that is larger than a change may be', () => typing('x'.repeat(1_100_000)), /too-large/],
    [
      'with too many steps',
      () => ({ ...typing('x'), steps: Array(501).fill(typing('x').steps[0]) }),
      /malformed/,
    ],
    ['that is no JSON', () => '{"type":"steps",', /malformed/],
    ['with a character that XML cannot hold', () => typing('\u0001'), /not-representable/],
    [
      'with an element that is not TEI’s',
      () => ({
        ...typing('x'),
        steps: [
          { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'script', content: [] }] } },
        ],
      }),
      /malformed|does-not-apply/,
    ],
  ])('%s', async (_name, message, code) => {
    const said = await answerTo(message());
    expect(said).toMatchObject({ type: 'refused', code: expect.stringMatching(code) });
    expect(String(said.reason)).toMatch(/\w+ .*\.$/);
    await untouched();
  });
});

test('at the desk a refused change is shown with its reason, and what was typed stays on the screen', async () => {
  // On its way to the server every change is spoiled.
  let spoil = true;
  await page.routeWebSocket(/\/live\?/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      const message = JSON.parse(String(text));
      if (spoil && message.type === 'steps') message.steps[0] = { ...message.steps[0], from: 1e6, to: 1e6 };
      server.send(JSON.stringify(message));
    });
  });
  await openLetter(page, chancery, letter);
  await caretBehind(page, 'deep gratitude');
  await page.keyboard.type(' indeed');
  const band = page.getByRole('alert').filter({ hasText: 'Not saved.' });
  await band.getByText(/does not fit the letter/).waitFor();
  // It stands right under the bar of the letter.
  expect(await band.evaluate((shown) => getComputedStyle(shown).marginTop)).toBe('0px');
  expect(await textOf(page).innerText()).toContain('deep gratitude indeed');
  await untouched();

  await page.keyboard.type(', and more');
  await band.waitFor();
  expect(await textOf(page).innerText()).toContain('deep gratitude indeed, and more');
  await untouched();

  spoil = false;
  await caretBehind(page, 'and more');
  await page.keyboard.type('.');
  await saved(page);
  expect(await teiOf(page, chancery, letter)).toBe(
    source.replace('deep gratitude', 'deep gratitude indeed, and more.'),
  );
});

test('a refused change can be taken back', async () => {
  const before = await teiOf(page, chancery, letter);
  let spoil = true;
  await page.unrouteAll();
  await page.routeWebSocket(/\/live\?/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      const message = JSON.parse(String(text));
      if (spoil && message.type === 'steps') message.steps[0] = { ...message.steps[0], from: 1e6, to: 1e6 };
      server.send(JSON.stringify(message));
    });
  });
  await openLetter(page, chancery, letter);
  await caretBehind(page, 'Like you');
  await page.keyboard.type(', Mr President');
  await page.getByRole('button', { name: 'Take the change back' }).click();
  await saved(page);
  expect(await textOf(page).innerText()).not.toContain('Like you, Mr President');
  expect(await teiOf(page, chancery, letter)).toBe(before);
  spoil = false;
});

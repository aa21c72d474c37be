import { openLetter, schema } from '@chancery/prosemirror-tei';
import type { StepJson } from '@chancery/server/api';
import { readMetadata } from '@chancery/tei';
import { Mapping, Transform } from 'prosemirror-transform';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FindingsLink, type FindingsWorker } from './findings-link.js';
import type { FromFindings, ToFindings } from './findings-messages.js';
import { hear } from './letter-checker.js';

const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter">
  <teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
  <text><body><div type="letter"><p>On <date when="in autumn">the day</date> he came.</p></div></body></text>
</TEI>`;

/** Checks as the worker does, in its turn, on this thread. */
class Checker implements FindingsWorker {
  readonly #events = new EventTarget();
  #turn: Promise<unknown> = Promise.resolve();
  /** How many checks were asked for. */
  checks = 0;

  postMessage(message: ToFindings): void {
    if (message.type === 'check') this.checks += 1;
    this.#turn = this.#turn.then(async () => {
      const data = await hear(structuredClone(message));
      if (data) this.#events.dispatchEvent(new MessageEvent('message', { data }));
    });
  }

  addEventListener(type: string, listener: (event: MessageEvent<FromFindings>) => void): void {
    this.#events.addEventListener(type, (event) => {
      if (event instanceof MessageEvent) listener(event);
    });
  }

  terminate(): void {}
}

let stop = (): void => {};
afterEach(() => stop());

/** A letter in which somebody types without a pause, before the date, until the test is over. */
function typing() {
  const letter = openLetter(source);
  const text = new Transform(letter.doc);
  const acknowledged: StepJson[] = [];
  const worker = new Checker();
  const own = Promise.resolve({ rng: null, sch: null });
  const link = new FindingsLink(
    { version: 0, source, doc: letter.doc.toJSON() },
    own,
    () => ({ acknowledged, waiting: [] }),
    worker,
  );
  let start = 0;
  letter.doc.descendants((node, pos) => {
    if (node.text?.startsWith('On')) start = pos;
  });
  const type = (): void => {
    const known = text.steps.length;
    text.insert(start, schema.text('a'));
    acknowledged.push(...text.steps.slice(known).map((step): StepJson => step.toJSON()));
    link.changed([new Mapping(text.mapping.maps.slice(known))]);
  };
  const timer = setInterval(type, 20);
  stop = () => {
    clearInterval(timer);
    link.close();
  };
  return { link, text, worker };
}

/** Waits until the link has told something for which this is true. */
async function told(link: FindingsLink, isSo: () => boolean): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve) => {
    link.state.subscribe(() => {
      if (isSo()) resolve();
    });
  });
}

describe('the findings of a letter in which others type without a pause', () => {
  it('are looked for again meanwhile, and stand where the text has come', async () => {
    const { link, text, worker } = typing();
    for (const checks of [1, 2, 3]) {
      await told(link, () => worker.checks > checks && link.state.get().kind === 'known');
      const found = link.state.get().findings.find(({ message }) => message.includes('in autumn'));
      expect(found).toBeDefined();
      expect(text.doc.textBetween(found?.from ?? 0, found?.to ?? 0)).toBe('the day');
    }
  });
});

/** A letter whose every check takes so many milliseconds, in which others type all the time: how often it is checked in ten seconds. */
async function checksIn10Seconds(took: number): Promise<number> {
  vi.useFakeTimers();
  try {
    const events = new EventTarget();
    let checks = 0;
    const answer: FromFindings = { type: 'findings', findings: [], metadata: readMetadata(source), took };
    const worker: FindingsWorker = {
      postMessage: (message) => {
        if (message.type !== 'check') return;
        checks += 1;
        setTimeout(() => events.dispatchEvent(new MessageEvent('message', { data: answer })), took);
      },
      addEventListener: (type: string, listener: (event: MessageEvent<FromFindings>) => void) =>
        events.addEventListener(type, (event) => {
          if (event instanceof MessageEvent) listener(event);
        }),
      terminate: () => {},
    };
    const base = { version: 0, source, doc: openLetter(source).doc.toJSON() };
    const own = Promise.resolve({ rng: null, sch: null });
    const link = new FindingsLink(base, own, () => ({ acknowledged: [], waiting: [] }), worker);
    for (let time = 0; time < 10_000; time += 50) {
      link.changed([]);
      await vi.advanceTimersByTimeAsync(50);
    }
    link.close();
    return checks;
  } finally {
    vi.useRealTimers();
  }
}

describe('the checks of a letter in which others type without a pause', () => {
  it('are made each second where they are short, and leave the processor four fifths of the time where they are long', async () => {
    expect(await checksIn10Seconds(10)).toBeGreaterThan(8);
    const long = await checksIn10Seconds(600);
    expect(long).toBeGreaterThan(2);
    expect(long).toBeLessThanOrEqual(4);
  });
});

import { wordsOf } from '@chancery/prosemirror-tei';
import { getVersion, sendableSteps } from 'prosemirror-collab';
import { Schema } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { openState } from './open-state.js';
import { StepLog, StepLogBroken } from './step-log.js';

const schema = new Schema({
  nodes: { doc: { content: 'p+' }, p: { content: 'text*' }, text: {} },
});

const base = schema.node('doc', null, [schema.node('p', null, [schema.text('I have not received')])]);

/** The step that types `text` at a position of `doc`, as JSON. */
function typed(doc: typeof base, pos: number, text: string) {
  const [step] = new Transform(doc).insert(pos, schema.text(text)).steps;
  return step?.toJSON();
}

function raise(): never {
  throw new Error('There is no such step.');
}

function kept(version: number, steps: { stepType: string }[]) {
  return { letterId: 'letter', clientId: 'mine', personId: 'me', version, steps, at: 0 };
}

describe('openState', () => {
  it('opens at the last acknowledged version', () => {
    const log = new StepLog(base, 0, [{ step: typed(base, 7, ' yet'), clientId: 'another' }]);
    const { state } = openState(log, { clientId: 'mine', plugins: [] });
    expect(state.doc.textContent).toBe('I have yet not received');
    expect(getVersion(state)).toBe(1);
    expect(sendableSteps(state)).toBeNull();
  });

  it('puts kept changes back under what others did since', () => {
    const log = new StepLog(base, 0, [{ step: typed(base, 1, 'Sir, '), clientId: 'another' }]);
    const { state } = openState(log, {
      clientId: 'mine',
      kept: kept(0, [typed(base, 20, ' it')]),
      plugins: [],
    });
    expect(state.doc.textContent).toBe('Sir, I have not received it');
    expect(getVersion(state)).toBe(1);
    expect(sendableSteps(state)?.steps).toHaveLength(1);
  });

  it('knows its own steps again that were stored without the answer reaching it', () => {
    const step = typed(base, 20, ' it');
    const log = new StepLog(base, 0, [{ step, clientId: 'mine' }]);
    const { state } = openState(log, { clientId: 'mine', kept: kept(0, [step]), plugins: [] });
    expect(state.doc.textContent).toBe('I have not received it');
    expect(sendableSteps(state)).toBeNull();
  });

  it('knows them also behind those of others, which had not yet been noted on the device', () => {
    const others = typed(base, 1, 'Sir, ');
    const after = new Transform(base).insert(1, schema.text('Sir, ')).doc;
    const moved = typed(after, 25, ' it');
    const log = new StepLog(base, 0, [
      { step: others, clientId: 'another' },
      { step: moved, clientId: 'mine' },
      { step: others, clientId: 'another' },
    ]);
    const { state } = openState(log, {
      clientId: 'mine',
      kept: kept(0, [typed(base, 20, ' it')]),
      plugins: [],
    });
    expect(state.doc.textContent).toBe('Sir, Sir, I have not received it');
    expect(getVersion(state)).toBe(3);
    expect(sendableSteps(state)).toBeNull();
  });

  it('brings back once what it took away and put back while others took it away too', () => {
    const made = new Transform(base).delete(3, 8);
    made.step(made.steps[0]?.invert(base) ?? raise());
    const steps = made.steps.map((step) => step.toJSON());
    const theirs = new Transform(base).delete(6, 12);
    const log = new StepLog(base, 0, [{ step: theirs.steps[0]?.toJSON(), clientId: 'another' }]);
    const mine = { ...kept(0, steps), undoes: [undefined, 0] };
    for (const changes of [{ kept: mine }, { others: [{ ...mine, clientId: 'older' }] }]) {
      const { state } = openState(log, { clientId: 'mine', ...changes, plugins: [] });
      expect(state.doc.textContent).toBe(theirs.doc.textContent);
      const back = theirs.steps[0]?.invert(base) ?? raise();
      expect(state.tr.step(back).doc.textContent).toBe(base.textContent);
    }
  });

  it('brings it back once as well when the server has stored only that it was taken away', () => {
    const theirs = new Transform(base).delete(6, 12);
    const made = new Transform(base).delete(3, 8);
    made.step(made.steps[0]?.invert(base) ?? raise());
    const moved = new Transform(theirs.doc).delete(3, 6);
    const log = new StepLog(base, 0, [
      { step: theirs.steps[0]?.toJSON(), clientId: 'another' },
      { step: moved.steps[0]?.toJSON(), clientId: 'mine' },
    ]);
    const steps = made.steps.map((step) => step.toJSON());
    const { state } = openState(log, {
      clientId: 'mine',
      kept: { ...kept(0, steps), undoes: [undefined, 0] },
      plugins: [],
    });
    expect(state.doc.textContent).toBe(theirs.doc.textContent);
    expect(getVersion(state)).toBe(2);
    expect(sendableSteps(state)?.steps).toHaveLength(1);
  });

  it('takes the changes of several closed windows together', () => {
    const log = new StepLog(base, 0, [{ step: typed(base, 1, 'Sir, '), clientId: 'another' }]);
    const { state, caught } = openState(log, {
      clientId: 'mine',
      kept: kept(0, [typed(base, 20, ' it')]),
      others: [{ ...kept(0, [typed(base, 7, ' as yet'), typed(base, 2, '!')]), clientId: 'older' }],
      plugins: [],
    });
    expect(state.doc.textContent).toBe('Sir, I! have as yet not received it');
    expect(sendableSteps(state)?.steps).toHaveLength(3);
    expect(caught).toEqual([]);
  });

  it('gives the words of changes that were made for a version it has not', () => {
    const { state, strayed } = openState(new StepLog(base, 0, []), {
      clientId: 'mine',
      kept: kept(9, [typed(base, 1, 'Dear '), typed(base, 9, 'Sir')]),
      plugins: [],
    });
    expect(state.doc.textContent).toBe('I have not received');
    expect(strayed).toEqual(['Dear ', 'Sir']);
  });

  it('puts back what can be, and gives the words of the rest', () => {
    const { state, strayed } = openState(new StepLog(base, 0, []), {
      clientId: 'mine',
      kept: kept(0, [
        typed(base, 20, ' it'),
        { stepType: 'replace', from: 900, to: 900, slice: { content: [{ type: 'text', text: 'lost' }] } },
        { stepType: 'of a later release', what: [{ text: 'and this' }] },
        typed(base, 1, 'Sir, '),
      ]),
      plugins: [],
    });
    expect(state.doc.textContent).toBe('I have not received it');
    expect(strayed).toEqual(['lost', 'and this', 'Sir, ']);
  });

  it('tells what was typed in words that others have taken away since', () => {
    const gone = new Transform(base).delete(3, 8).steps[0]?.toJSON();
    const { state, caught } = openState(new StepLog(base, 0, [{ step: gone, clientId: 'another' }]), {
      clientId: 'mine',
      kept: kept(0, [typed(base, 6, 'xyz')]),
      plugins: [],
    });
    expect(state.doc.textContent).toBe('I not received');
    expect(
      caught.map(({ losses }) => losses.map((loss) => loss.kind === 'words' && wordsOf(loss.slice))),
    ).toEqual([['xyz']]);
  });

  it('follows the place of what was lost over all that came after it', () => {
    const gone = new Transform(base).delete(3, 8);
    const mine = new Transform(gone.doc).insert(15, schema.text(' it'));
    const log = new StepLog(base, 0, [
      { step: gone.steps[0]?.toJSON(), clientId: 'another' },
      { step: mine.steps[0]?.toJSON(), clientId: 'mine' },
      { step: typed(mine.doc, 1, 'Sir, '), clientId: 'another' },
    ]);
    const { state, caught } = openState(log, {
      clientId: 'mine',
      kept: kept(0, [typed(base, 20, ' it'), typed(base, 6, 'xyz')]),
      plugins: [],
    });
    expect(state.doc.textContent).toBe('Sir, I not received it');
    const places = caught.flatMap(({ losses, since }) => losses.map(({ at }) => since.map(at)));
    expect(places).toEqual([1 + 'Sir, I '.length]);
  });
});

describe('StepLog', () => {
  it('refuses a step that does not apply', () => {
    const step = { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'p' }] } };
    expect(() => new StepLog(base, 0, [{ step, clientId: 'x' }])).toThrow(StepLogBroken);
  });
});

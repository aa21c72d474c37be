import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { announce } from '../app/announce.js';
import { Choices } from '../app/choices.js';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import type { LetterSession } from '../desk/letter-session.js';
import type { EndnoteOrder } from '../editor/endnote-order.js';
import { counted } from '../letters/counted.js';
import { type Layout, ReadingComparison } from './reading-comparison.js';
import { SourceComparison } from './source-comparison.js';
import { type ComparedText, useComparison } from './use-comparison.js';
import { useHistory } from './use-history.js';
import { versionChoices } from './version-name.js';

/** Two versions of the letter against each other, in the place of the text. */
export function ComparisonView(props: {
  session: LetterSession;
  letterId: string;
  endnotes: EndnoteOrder;
  from: number;
  to: number;
}) {
  const { session, letterId, from, to } = props;
  const [text, setText] = useState<ComparedText>('reading');
  const [layout, setLayout] = useState<Layout>('inline');
  const [only, setOnly] = useState(false);
  const [current, setCurrent] = useState<number>();
  const body = useRef<HTMLElement>(null);
  const history = useHistory(session, letterId);
  const { comparison, failure, retry } = useComparison(letterId, { from, to }, text, props.endnotes);
  const choices = versionChoices(history?.entries ?? [], history?.imported?.points, [from, to]);
  const count = comparison?.count ?? 0;

  useEffect(() => body.current?.focus(), []);
  useEffect(() => {
    setCurrent(undefined);
    if (comparison) announce(differenceWords(comparison.count));
  }, [comparison]);

  function close(): void {
    session.lookBack.set(undefined);
  }

  function go(step: 1 | -1): void {
    if (count === 0) return;
    const next = current === undefined ? (step === 1 ? 0 : count - 1) : (current + step + count) % count;
    setCurrent(next);
    const place = body.current?.querySelector<HTMLElement>(`[data-difference="${next}"]`);
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target instanceof HTMLElement && event.target.closest('select, input');
    const key = event.key.toLowerCase();
    if (key === 'escape') close();
    else if (!typing && key === 'j') go(1);
    else if (!typing && key === 'k') go(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section className="look-back" aria-label="Comparison of versions" data-pane="" onKeyDown={onKeyDown}>
      <div className="bar">
        <VersionChoice
          label="Earlier version"
          value={from}
          choices={choices.filter(({ version }) => version < to)}
          onChange={(version) => session.lookBack.set({ kind: 'comparison', from: version, to })}
        />
        <Icon name="arrow" />
        <VersionChoice
          label="Later version"
          value={to}
          choices={choices.filter(({ version }) => version > from)}
          onChange={(version) => session.lookBack.set({ kind: 'comparison', from, to: version })}
        />
        <span className="grow" />
        <button type="button" className="btn small" onClick={close}>
          Back to the text <kbd>Esc</kbd>
        </button>
      </div>
      <div className="bar">
        <Choice
          legend="Compared in"
          name="compared-text"
          value={text}
          choices={[
            ['reading', 'Reading text'],
            ['source', 'Source'],
          ]}
          onChange={setText}
        />
        <Choice
          legend="Layout"
          name="compared-layout"
          value={layout}
          choices={[
            ['inline', 'In one text'],
            ['beside', 'Side by side'],
          ]}
          onChange={setLayout}
        />
        {text === 'reading' ? (
          <label className="check">
            <input type="checkbox" checked={only} onChange={() => setOnly(!only)} />
            Only what differs
          </label>
        ) : null}
        <span className="grow" />
        <span className="quiet">
          {comparison
            ? current === undefined
              ? differenceWords(count)
              : `Difference ${current + 1} of ${count}`
            : ''}
        </span>
        <button type="button" className="iconbtn" disabled={count === 0} onClick={() => go(-1)}>
          <Icon name="left" />
          <span className="sr">Previous difference, K</span>
        </button>
        <button type="button" className="iconbtn" disabled={count === 0} onClick={() => go(1)}>
          <Icon name="right" />
          <span className="sr">Next difference, J</span>
        </button>
      </div>
      <section
        className="scroll"
        ref={body}
        tabIndex={comparison ? 0 : -1}
        aria-label="Differences"
        data-pane-focus=""
      >
        {failure ? (
          <Failure
            what="The versions cannot be compared."
            safe="The letter and its history are safe."
            error={failure}
            onRetry={retry}
          />
        ) : !comparison ? (
          <GreyLines count={10} label="Fetching the versions" />
        ) : comparison.text === 'reading' ? (
          <div className={layout === 'beside' ? 'sheet compare wide' : 'sheet compare'}>
            <ReadingComparison rows={comparison.rows} layout={layout} current={current} only={only} />
          </div>
        ) : (
          <SourceComparison rows={comparison.rows} layout={layout} current={current} />
        )}
      </section>
    </section>
  );
}

function differenceWords(count: number): string {
  return count === 0 ? 'Nothing differs' : counted(count, 'difference');
}

function VersionChoice(props: {
  label: string;
  value: number;
  choices: readonly { version: number; name: string }[];
  onChange: (version: number) => void;
}) {
  return (
    <label className="version-choice">
      <span className="sr">{props.label}</span>
      <select
        className="field"
        value={props.value}
        onChange={(event) => props.onChange(Number(event.target.value))}
      >
        <Choices of={props.choices.map(({ version, name }) => [version, name])} />
      </select>
    </label>
  );
}

function Choice<Value extends string>(props: {
  legend: string;
  name: string;
  value: Value;
  choices: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset className="seg">
      <legend className="sr">{props.legend}</legend>
      {props.choices.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

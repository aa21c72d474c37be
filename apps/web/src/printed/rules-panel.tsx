import type { PrintedRule } from '@chancery/server/api';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type ImportAddress, tryRule } from '../api/printed.js';
import { Icon } from '../app/icon.js';
import { counted } from '../letters/counted.js';
import { FormFault } from '../sign-in/form-fault.js';
import { type Reread, rereadRows, rereadWords } from './reread-words.js';

/** The rules by which the text is read: each can be tried on it before it is used. */
export function RulesPanel(props: {
  address: ImportAddress;
  rules: readonly PrintedRule[];
  off: boolean;
  /** What came of the rules that were used last. */
  reread: Reread | undefined;
  onUse: (rules: Record<string, string[]>) => void;
}) {
  const { rules } = props;
  const [name, setName] = useState(rules.find(({ name: each }) => each === 'number')?.name ?? '');
  const rule = rules.find((each) => each.name === name);
  const own = Object.fromEntries(rules.flatMap((each) => (each.own ? [[each.name, each.own]] : [])));
  return (
    <div className="rules-panel">
      <label>
        <span>Rule</span>
        <select className="field" value={name} onChange={({ target }) => setName(target.value)}>
          {rules.map((each) => (
            <option key={each.name} value={each.name}>
              {each.label}
              {each.own ? ', changed' : ''}
            </option>
          ))}
        </select>
      </label>
      {rule ? (
        <RuleForm
          key={rule.name}
          address={props.address}
          rule={rule}
          off={props.off}
          onUse={(patterns) => {
            const { [rule.name]: _, ...rest } = own;
            props.onUse(patterns ? { ...rest, [rule.name]: patterns } : rest);
          }}
        />
      ) : null}
      {props.reread ? <WhatCame reread={props.reread} /> : null}
    </div>
  );
}

/** What came of reading the text by other rules, before and now. It is announced besides. */
function WhatCame({ reread }: { reread: Reread }) {
  return (
    <section className="what-came" aria-label="What came of it">
      <p className="st ok">
        <Icon name="check" />
        {rereadWords(reread)}
      </p>
      <table aria-label="Before and now">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {rereadRows(reread).map(([label, before, now]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="n">{before}</td>
              <td className="n">{before === now ? now : <strong>{now}</strong>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RuleForm(props: {
  address: ImportAddress;
  rule: PrintedRule;
  off: boolean;
  onUse: (patterns: string[] | undefined) => void;
}) {
  const { rule, off } = props;
  const inUse = (rule.own ?? rule.usual).join('\n');
  const [shown, setShown] = useState(inUse);
  const [text, setText] = useState(inUse);
  const field = useRef<HTMLTextAreaElement>(null);
  // Another reading of the text has come: its patterns are shown.
  if (shown !== inUse) {
    setShown(inUse);
    setText(inUse);
  }
  const patterns = text.split('\n').filter((line) => line.trim() !== '');
  const trial = useMutation({ mutationFn: () => tryRule(props.address, rule.name, patterns) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        trial.mutate();
      }}
    >
      <p className="quiet" id="rule-gloss">
        {rule.gloss} A pattern is a regular expression.{' '}
        {rule.needs.length > 0
          ? `What is found stands in a group that bears its name: (?<${rule.needs.join('>…), (?<')}>…).`
          : ''}
      </p>
      <label>
        <span>Patterns, one a line; none switches the rule off</span>
        <textarea
          ref={field}
          className="field code"
          rows={Math.max(3, patterns.length + 1)}
          spellCheck={false}
          value={text}
          aria-describedby="rule-gloss"
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <div className="do">
        <button type="submit" className="btn" disabled={trial.isPending}>
          Try on the text
        </button>
        <button
          type="button"
          className="btn primary"
          aria-disabled={off || undefined}
          onClick={() => (off ? undefined : props.onUse(patterns))}
        >
          Read the text by it
        </button>
        {rule.own ? (
          <button
            type="button"
            className="btn ghost"
            aria-disabled={off || undefined}
            onClick={() => {
              if (off) return;
              // This button goes with the patterns.
              field.current?.focus();
              props.onUse(undefined);
            }}
          >
            Back to the usual
          </button>
        ) : null}
      </div>
      <FormFault error={trial.error} />
      {trial.data ? (
        <section aria-label="What it fits" aria-live="polite">
          <p>
            It fits {counted(trial.data.count, 'place')} of the text
            {trial.data.matches.length < trial.data.count ? `; the first ${trial.data.matches.length}:` : '.'}
          </p>
          <ul className="matches">
            {trial.data.matches.map((match, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line may fit twice
              <li key={at}>
                <span className="n">{match.line}</span> <span className="r">{match.words}</span>{' '}
                <small>
                  {Object.entries(match.groups)
                    .map(([group, words]) => `${group}: ${words}`)
                    .join(', ')}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </form>
  );
}

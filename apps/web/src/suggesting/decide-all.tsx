import { useState } from 'react';
import { Choices } from '../app/choices.js';
import { Confirm } from '../app/confirm.js';
import { counted } from '../letters/counted.js';
import type { Decidable, Decisions } from './use-decisions.js';

/** Whose suggestions are listed, and the decision about all of them in one go, asked once more in its place. */
export function DecideAll(props: {
  rows: readonly Decidable[];
  author: string | undefined;
  onAuthor: (author: string | undefined) => void;
  canDecide: boolean;
  decisions: Decisions;
}) {
  const { rows, author, decisions } = props;
  const [asked, setAsked] = useState<'accept' | 'reject'>();
  const authors = [...new Map(rows.map((row) => [row.author.id, row.author.name]))];
  const wanted = author === undefined ? rows : rows.filter((row) => row.author.id === author);
  if (rows.length < 2) return null;
  const whose = author === undefined ? '' : ` of ${authors.find(([id]) => id === author)?.[1] ?? ''}`;
  return (
    <div className="decide-all">
      {authors.length < 2 ? null : (
        <label>
          <span className="sr">Whose suggestions</span>
          <select
            className="field"
            value={author ?? ''}
            onChange={(event) => {
              setAsked(undefined);
              props.onAuthor(event.target.value === '' ? undefined : event.target.value);
            }}
          >
            <option value="">Everybody’s ({rows.length})</option>
            <Choices
              of={authors.map(([id, name]) => [
                id,
                `${name} (${rows.filter((row) => row.author.id === id).length})`,
              ])}
            />
          </select>
        </label>
      )}
      {!props.canDecide || wanted.length < 2 ? null : asked === undefined ? (
        <div className="do">
          <button type="button" className="btn small" onClick={() => setAsked('accept')}>
            Accept all {wanted.length}
          </button>
          <button type="button" className="btn small ghost" onClick={() => setAsked('reject')}>
            Reject all {wanted.length}
          </button>
        </div>
      ) : (
        <Confirm
          question={`${asked === 'accept' ? 'Accept' : 'Reject'} ${counted(wanted.length, 'suggestion')}${whose}?`}
          answer={`${asked === 'accept' ? 'Accept' : 'Reject'} ${wanted.length}`}
          busy={decisions.busy}
          onYes={() => void decisions.decide(asked, wanted).then(() => setAsked(undefined))}
          onNo={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

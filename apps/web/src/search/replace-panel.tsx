import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { replaceWords } from '../api/searching.js';
import { FormFault } from '../sign-in/form-fault.js';
import { type SearchAddress, searchOf } from './search-address.js';
import type { LeftOutHit } from './use-left-out.js';

/** What stands in the place of what is found: first shown, then suggested in all letters. */
export function ReplacePanel(props: {
  editionId: string;
  address: SearchAddress;
  /** How many letters are concerned, in words; empty while that is not known. */
  tally: string;
  leftOut: readonly LeftOutHit[];
  onAddress: (address: SearchAddress) => void;
  /** The down arrow in a field goes to the first hit. */
  onDown: () => void;
}) {
  const { editionId, address, leftOut } = props;
  const [by, setBy] = useState(address.by ?? '');
  const [reason, setReason] = useState(address.why ?? '');
  const navigate = useNavigate();
  const replace = useMutation({
    mutationFn: () =>
      replaceWords(editionId, { search: searchOf(address), words: by, reason, leftOut: [...leftOut] }),
    onSuccess: (replacement) =>
      navigate({ to: '/volumes/$editionId/replacements', params: { editionId }, search: { replacement } }),
  });
  const shown = address.by === by;
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    props.onDown();
  }
  if (address.how === undefined) {
    return (
      <section className="card replace" aria-label="Replace">
        <p>To replace, it must be said exactly what is replaced.</p>
        <button type="button" className="btn" onClick={() => props.onAddress({ ...address, how: 'exact' })}>
          Search exactly
        </button>
      </section>
    );
  }
  return (
    <section className="card replace" aria-label="Replace">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (shown) replace.mutate();
          else props.onAddress({ ...address, by });
        }}
      >
        <label>
          <span>Replace by</span>
          <input
            className="field"
            value={by}
            maxLength={1_000}
            spellCheck={false}
            autoComplete="off"
            onChange={({ target }) => setBy(target.value)}
            onKeyDown={onKeyDown}
          />
        </label>
        {shown ? (
          <label>
            <span>Reason</span>
            <input
              className="field"
              value={reason}
              required
              maxLength={2_000}
              placeholder="For whoever decides it"
              onChange={({ target }) => setReason(target.value)}
              onKeyDown={onKeyDown}
            />
          </label>
        ) : null}
        <button type="submit" className={`btn ${shown ? 'primary' : ''}`} disabled={replace.isPending}>
          {shown ? 'Suggest it everywhere' : 'Show what it would be'}
        </button>
      </form>
      <p className="quiet">
        {address.how === 'regex' ? '$1 is the first group, $& all that was found. ' : ''}
        {shown ? `${props.tally}${leftOut.length > 0 ? `, ${leftOut.length} left out` : ''}. ` : ''}
        Every place becomes a suggestion. Nothing is changed before it is accepted.
      </p>
      <FormFault error={replace.error} />
    </section>
  );
}

import type { Decision, LetterDetail, SuggestionRow } from '@chancery/server/api';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useSession } from '../api/use-session.js';
import { BeginThread, ThreadOn } from '../comments/thread-on.js';
import type { LetterSession } from '../desk/letter-session.js';
import { counted } from '../letters/counted.js';
import { useStore } from '../store/use-store.js';
import { CardActions } from './card-actions.js';
import { DecideAll } from './decide-all.js';
import { ownSuggestionPlace } from './own-suggestions-plugin.js';
import { SuggestionCard } from './suggestion-card.js';
import type { ShownSuggestion } from './suggestions-link.js';
import { suggestionPlace } from './suggestions-plugin.js';
import { useDecisions } from './use-decisions.js';

/** A card of the list. */
type Item = Pick<ShownSuggestion, 'row' | 'fit' | 'place' | 'places' | 'more'>;

const keys: Readonly<Record<string, Decision>> = { a: 'accept', r: 'reject', w: 'withdraw', z: 'take-back' };

/** What is suggested for the letter: open, no longer fitting, settled. Decided by single keys while the list has the focus. */
export function SuggestionsPanel({ session, letter }: { session: LetterSession; letter: LetterDetail }) {
  const { open, decided, kind } = useStore(session.suggestions.state);
  const current = useStore(session.suggestions.current);
  const me = useSession().data?.id;
  const decisions = useDecisions(session, letter.id, me);
  const [chosen, setChosen] = useState<string>();
  const cards = useRef(new Map<string, HTMLElement>());
  /** The card that is to have the focus once the one that had it is gone. */
  const next = useRef<string>(undefined);

  const decidable = open.filter(({ fit }) => fit !== 'none');
  const authors = new Set(decidable.map(({ row }) => row.author.id));
  // When all of one author are decided, those of the others are shown again.
  const author = chosen !== undefined && authors.size > 1 && authors.has(chosen) ? chosen : undefined;
  const ofAuthor = (row: SuggestionRow) => author === undefined || row.author.id === author;
  const shown = open.filter(({ row }) => ofAuthor(row));
  const fitting = shown.filter(({ fit }) => fit !== 'none').toSorted((a, b) => startOf(a) - startOf(b));
  const gone = shown.filter(({ fit }) => fit === 'none');
  const settled = decided.filter(ofAuthor).map(settledItem);
  const items: Item[] = [...fitting, ...gone, ...settled];
  const entry = items.find(({ row }) => row.id === current)?.row.id ?? items[0]?.row.id;
  const ids = items.map(({ row }) => row.id).join(' ');

  useEffect(() => {
    const wanted = next.current;
    if (wanted === undefined || !ids.includes(wanted)) return;
    next.current = undefined;
    cards.current.get(wanted)?.focus();
  }, [ids]);

  useEffect(() => {
    const card = current === undefined ? undefined : cards.current.get(current);
    // Where the focus is, the card is in view; it must not move under the pointer.
    if (card && !card.contains(document.activeElement)) card.scrollIntoView({ block: 'nearest' });
  }, [current]);

  function may(decision: Decision, { row, fit }: Item): boolean {
    const own = row.author.id === me;
    if (decision === 'take-back')
      return row.state === 'withdrawn' ? own : row.state !== 'open' && letter.canDecide;
    if (row.state !== 'open') return false;
    if (decision === 'withdraw') return own;
    return letter.canDecide && (decision === 'reject' || fit !== 'none');
  }

  function decide(decision: Decision, item: Item, reason?: string): void {
    if (decisions.busy || !may(decision, item)) return;
    const place = items.indexOf(item);
    next.current = (items[place + 1] ?? items[place - 1])?.row.id;
    void decisions.decide(decision, [{ ...item.row, fit: item.fit }], reason);
  }

  function choose(item: Item | undefined): void {
    if (!item) return;
    session.suggestions.current.set(item.row.id);
    cards.current.get(item.row.id)?.focus();
    const mark = session.view.dom.querySelector(`[data-suggestion="${item.row.id}"]`);
    mark?.scrollIntoView({ block: 'nearest' });
  }

  function goTo(item: Item): void {
    const { state } = session.view;
    const place = suggestionPlace(state, item.row.id) ?? ownSuggestionPlace(state, item.row.id);
    if (place) session.goTo(place.from, place.to);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    if (target.closest('input, textarea, select')) return;
    const place = items.findIndex(({ row }) => row.id === target.closest('li')?.dataset.suggestion);
    const item = items[place];
    if (!item) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const decision = keys[key];
    if (decision) decide(decision, item);
    else if (key === 'j' || key === 'ArrowDown') choose(items[place + 1]);
    else if (key === 'k' || key === 'ArrowUp') choose(items[place - 1]);
    else if (key === 'Enter' && target.matches('li')) goTo(item);
    else return;
    event.preventDefault();
  }

  function card(item: Item) {
    const { row } = item;
    const thread = {
      letterId: letter.id,
      subject: { kind: 'suggestion', id: row.id },
      canEdit: letter.canEdit,
    } as const;
    return (
      <SuggestionCard
        key={row.id}
        row={row}
        place={item.place}
        places={item.places}
        more={item.more}
        current={row.id === current}
        entry={row.id === entry}
        refusal={decisions.refusals.get(row.id) ?? partly(item)}
        onReason={
          row.author.id === me && row.state === 'open' && item.fit !== 'none'
            ? (reason) => session.suggesting.explain(row.id, reason)
            : undefined
        }
        onFocus={() => session.suggestions.current.set(row.id)}
        ref={(element) => {
          if (element) cards.current.set(row.id, element);
          else cards.current.delete(row.id);
        }}
      >
        <CardActions
          item={item}
          entry={row.id === entry}
          busy={decisions.busy}
          may={(decision) => may(decision, item)}
          onDecide={(decision, reason) => decide(decision, item, reason)}
          onGo={() => goTo(item)}
        >
          {letter.canComment ? <BeginThread {...thread} tabIndex={row.id === entry ? 0 : -1} /> : null}
        </CardActions>
        {letter.canComment ? <ThreadOn {...thread} offered={false} /> : null}
      </SuggestionCard>
    );
  }

  const nothing = kind === 'waiting' ? 'Looking for suggestions' : 'Nothing is suggested for this letter.';
  return (
    <section aria-label="List of suggestions" onKeyDown={onKeyDown}>
      <h2>{open.length === 0 ? nothing : heading(fitting.length, gone.length)}</h2>
      {open.length > 0 ? null : (
        <p className="quiet">
          In Suggest mode (Ctrl M, then 2) changes wait here for the editor instead of entering the text.
        </p>
      )}
      <DecideAll
        rows={decidable.map(({ row, fit }) => ({ ...row, fit }))}
        author={author}
        onAuthor={setChosen}
        canDecide={letter.canDecide}
        decisions={decisions}
      />
      <ul>{fitting.map(card)}</ul>
      {gone.length === 0 ? null : (
        <section aria-label="No longer fits">
          <h2>No longer fits the letter: the words are kept</h2>
          <ul>{gone.map(card)}</ul>
        </section>
      )}
      {settled.length === 0 ? null : (
        <section aria-label="Settled">
          <h2>Settled</h2>
          <ul>{settled.map(card)}</ul>
        </section>
      )}
    </section>
  );
}

/** Suggestions are listed as they stand in the letter. */
function startOf({ parts }: ShownSuggestion): number {
  return parts[0]?.from ?? 0;
}

function settledItem(row: SuggestionRow): Item {
  return { row, fit: row.fit, place: row.words.places[0]?.place ?? '', ...row.words };
}

function heading(fitting: number, gone: number): string {
  if (fitting === 0) return 'None of what is suggested fits the letter as it is now.';
  return `${counted(fitting, 'suggestion')} ${fitting === 1 ? 'waits' : 'wait'} for a decision${gone > 0 ? `; ${gone} no longer ${gone === 1 ? 'fits' : 'fit'}` : ''}.`;
}

/** What is to be known of one that others have changed from under. */
function partly({ row, fit }: Item): string | undefined {
  return fit === 'part' && row.state === 'open'
    ? 'The place has been changed since it was suggested. This is what it would do now.'
    : undefined;
}

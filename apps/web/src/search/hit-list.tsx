import type { SearchHit, SearchLetter } from '@chancery/server/api';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { counted } from '../letters/counted.js';
import { titleCase } from '../letters/title-case.js';
import type { SearchAddress } from './search-address.js';

/** By what a hit is known among those on the screen. */
export function hitKey(letter: Pick<SearchLetter, 'id'>, hit: Pick<SearchHit, 'place' | 'from'>): string {
  return `${letter.id} ${hit.place} ${hit.from}`;
}

/** The hit that was last followed into a letter: who comes back finds it again. */
let followed: string | undefined;

/** What is found, letter by letter. The arrow keys go from hit to hit, Enter opens the letter at it, X leaves it out. */
export function HitList(props: {
  letters: readonly SearchLetter[];
  reading: SearchAddress['reading'];
  list: RefObject<HTMLDivElement | null>;
  /** The hits that are left out of a replacement; undefined where nothing is replaced. */
  leftOut: ReadonlySet<string> | undefined;
  onLeaveOut: (letter: SearchLetter, hit: SearchHit) => void;
  onUp: () => void;
}) {
  const { list, letters } = props;
  const first = letters[0]?.id;
  useEffect(() => {
    if (first === undefined || followed === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-hit="${CSS.escape(followed)}"]`)?.focus();
    followed = undefined;
  }, [list, first]);

  function onArrow(event: KeyboardEvent<HTMLElement>): void {
    const hits = [...(list.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
    const here = hits.findIndex((hit) => hit.contains(document.activeElement));
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: hits.length - 1 }[event.key];
    if (to === undefined || here === -1) return;
    event.preventDefault();
    if (to < 0) props.onUp();
    else hits[to]?.focus();
  }

  return (
    <div className="hits" ref={list}>
      {letters.map((letter) => (
        <section key={letter.id} aria-labelledby={`found-${letter.id}`}>
          <h2 id={`found-${letter.id}`}>
            {headingOf(letter)}{' '}
            <span className="quiet">{counted(letter.hits.length + letter.more, 'hit')}</span>
          </h2>
          <ul>
            {letter.hits.map((hit) => (
              <HitLine
                key={hitKey(letter, hit)}
                letter={letter}
                hit={hit}
                reading={props.reading}
                out={props.leftOut?.has(hitKey(letter, hit))}
                onLeaveOut={() => props.onLeaveOut(letter, hit)}
                onArrow={onArrow}
              />
            ))}
          </ul>
          {letter.more > 0 ? <p className="quiet">And {letter.more} more in this letter.</p> : null}
        </section>
      ))}
    </div>
  );
}

/** “No. [6]. J. V. Stalin to F. Roosevelt” */
export function headingOf({ number, title }: Pick<SearchLetter, 'number' | 'title'>): string {
  const name = titleCase(title);
  if (number === null) return name;
  return `No. ${number.supplied ? `[${number.text}]` : number.text}. ${name}`;
}

function HitLine(props: {
  letter: SearchLetter;
  hit: SearchHit;
  reading: SearchAddress['reading'];
  /** Whether it is left out of a replacement; undefined where nothing is replaced. */
  out: boolean | undefined;
  onLeaveOut: () => void;
  onArrow: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const { letter, hit, out } = props;
  const { replaced } = hit;
  const cannot = replaced?.cannot ?? undefined;
  const key = hitKey(letter, hit);
  return (
    <li className={`hit ${out || cannot ? 'out' : ''}`}>
      <Link
        to="/letters/$letterId"
        params={{ letterId: letter.id }}
        search={{ found: [hit.place, hit.from, hit.to, props.reading ?? 'emended'].join('.') }}
        data-hit={key}
        onClick={() => {
          followed = key;
        }}
        onKeyDown={(event) => {
          props.onArrow(event);
          if (event.key.toLowerCase() !== 'x' || out === undefined || cannot) return;
          event.preventDefault();
          props.onLeaveOut();
        }}
      >
        <span className="where">{hit.label}</span>
        <span className="words">
          {hit.before}
          {replaced && !cannot && !out ? (
            <>
              <del>{hit.words}</del>
              <ins>{replaced.words}</ins>
            </>
          ) : (
            <mark>{hit.words}</mark>
          )}
          {hit.after}
        </span>
        {out ? <span className="state">Left out</span> : null}
        {cannot ? <span className="state">Stays. {cannot}</span> : null}
        {replaced?.crosses && !cannot && !out ? (
          <span className="state">In several marks, which stay</span>
        ) : null}
      </Link>
      {out === undefined || cannot ? null : (
        <button
          type="button"
          className="btn small ghost"
          aria-pressed={out}
          tabIndex={-1}
          onClick={props.onLeaveOut}
        >
          Leave out <kbd>X</kbd>
        </button>
      )}
    </li>
  );
}

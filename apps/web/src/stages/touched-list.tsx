import { placeName } from '@chancery/prosemirror-tei';
import type { LetterDetail, LetterStanding } from '@chancery/server/api';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useRef } from 'react';
import { readPassages } from '../api/stages.js';
import { Refused } from '../app/refused.js';
import type { LetterSession } from '../desk/letter-session.js';
import { counted } from '../letters/counted.js';
import { placeNow } from './touched-plugin.js';
import { standingChanged } from './use-standing.js';

type Touched = LetterStanding['touched'][number];

/** How many words of a passage are shown. */
const shown = 160;

/** What has been changed since a proof was signed: gone through by J and K, each read again by R. */
export function TouchedList(props: {
  session: LetterSession;
  letter: LetterDetail;
  standing: LetterStanding;
}) {
  const { session, letter, standing } = props;
  const list = useRef<HTMLUListElement>(null);
  const read = useMutation({
    mutationFn: ({ from, to }: Touched) => readPassages(letter.id, standing.version, [{ from, to }]),
    onSuccess: (now) => {
      standingChanged(letter, now);
      session.tell(
        now.touched.length === 0
          ? 'Every passage has been read again.'
          : `Read again. ${counted(now.touched.length, 'passage')} left.`,
      );
      list.current?.querySelector<HTMLElement>('li')?.focus();
    },
  });
  if (standing.touched.length === 0) return null;

  function placeOf(passage: Touched) {
    const { doc } = session.view.state;
    const now = placeNow(session, standing.version, passage) ?? passage;
    const to = Math.min(now.to, doc.content.size);
    return { from: Math.min(now.from, to), to };
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const item = event.target.closest('li');
    const all = [...(list.current?.querySelectorAll<HTMLElement>('li') ?? [])];
    const index = item ? all.indexOf(item) : -1;
    const passage = standing.touched[index];
    if (!passage) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    const { from, to } = placeOf(passage);
    if (step !== undefined) all[index + step]?.focus();
    else if (event.key === 'r' && passage.mayRead && !read.isPending) read.mutate(passage);
    else if (event.key === 'Enter' && event.target === item) session.goTo(from, to);
    else return;
    event.preventDefault();
  }

  return (
    <section className="stage-part" aria-label="To be read again" onKeyDown={onKeyDown}>
      <h2>{counted(standing.touched.length, 'passage')} to be read again</h2>
      <ul ref={list}>
        {standing.touched.map((passage, index) => {
          const { from, to } = placeOf(passage);
          const { doc } = session.view.state;
          const words = doc.textBetween(from, to, ' ', ' ').trim();
          const place = placeName(doc, from);
          return (
            <li
              key={`${passage.from} ${passage.to}`}
              className="it card"
              tabIndex={index === 0 ? 0 : -1}
              aria-label={`${place}, changed by ${names(passage)}`}
              onFocus={(event) => (event.target === event.currentTarget ? session.show(from, to) : undefined)}
            >
              <div className="top">
                <strong>{place}</strong>
                <span className="w">{names(passage)}</span>
              </div>
              <p className="q">
                {words === ''
                  ? '⟨words left out⟩'
                  : words.length > shown
                    ? `${words.slice(0, shown)} …`
                    : words}
              </p>
              {passage.mayRead ? (
                <div className="do">
                  <button type="button" className="btn small" onClick={() => read.mutate(passage)}>
                    Read again, agrees <kbd>R</kbd>
                  </button>
                </div>
              ) : standing.mayRead ? (
                <p className="quiet">You have made this change yourself. Somebody else has to read it.</p>
              ) : null}
            </li>
          );
        })}
      </ul>
      <Refused error={read.error} />
    </section>
  );
}

function names({ by }: Touched): string {
  return by.map(({ name }) => name).join(', ');
}

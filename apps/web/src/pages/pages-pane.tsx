import type { LetterPagesAnswer } from '@chancery/server/api';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../app/icon.js';
import type { LetterSession } from '../desk/letter-session.js';
import { useCaretLine, useDrawing, usePages } from './use-pages.js';

/** The letter as it will print, page under page, beside its text: set from what is saved, and following the caret. */
export function PagesPane({
  session,
  letterId,
  onClose,
}: {
  session: LetterSession;
  letterId: string;
  onClose: () => void;
}) {
  const { set, error, busy } = usePages(session, letterId);
  const address = useDrawing(set?.drawing);
  const line = useCaretLine(session, set);
  const scroll = useRef<HTMLElement>(null);
  const [shown, setShown] = useState(1);
  const count = set?.pages ?? 0;

  function show(page: number): void {
    bringIntoView(scroll.current, page);
    setShown(page);
  }

  // The pages follow the caret: who pages by hand is left where that leads until the caret moves.
  useEffect(() => {
    if (!line || !set || address === undefined) return;
    bringIntoView(scroll.current, line.page, 1 - line.y / set.height);
    setShown(line.page);
  }, [line, set, address]);

  return (
    <section className="pages-pane" aria-label="Pages" data-pane="" aria-busy={busy} ref={scroll}>
      <div className="bar">
        <button
          type="button"
          className="iconbtn"
          aria-label="Previous page"
          aria-disabled={shown <= 1}
          onClick={() => show(Math.max(1, shown - 1))}
        >
          <Icon name="left" />
        </button>
        <button
          type="button"
          className="iconbtn"
          aria-label="Next page"
          aria-disabled={shown >= count}
          onClick={() => show(Math.min(count, shown + 1))}
        >
          <Icon name="right" />
        </button>
        <span className="quiet">{count === 0 ? 'Pages' : `Page ${shown} of ${count}`}</span>
        <span className="grow" />
        <span className="quiet">{busy ? 'Being set …' : set ? 'As saved' : ''}</span>
        <button type="button" className="btn small ghost" onClick={onClose}>
          Hide pages
        </button>
      </div>
      {error ? (
        <p className="st err" role="status">
          <Icon name="error" />
          {error.message}
        </p>
      ) : null}
      {set && set.warnings.length > 0 ? <PrintWarnings warnings={set.warnings} /> : null}
      {set && address
        ? pageNumbers(count).map((page) => (
            <Leaf key={page} page={page} set={set} address={address} line={line} />
          ))
        : null}
    </section>
  );
}

/** What an editor may want to see to before these pages are printed. */
function PrintWarnings({ warnings }: { warnings: LetterPagesAnswer['warnings'] }) {
  return (
    <ul className="print-warnings" aria-label="What to see to in print">
      {warnings.map(({ message, file, line }) => (
        <li key={`${file}:${line}:${message}`} className="st warn">
          <Icon name="warning" />
          <span>
            {message}
            {line === undefined ? null : (
              <span className="quiet">
                {' '}
                {file}, line {line}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function pageNumbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Scrolls to a page, or so far down it, as a share of its height, as leaves that in the middle. */
function bringIntoView(scroll: HTMLElement | null, page: number, down = 0): void {
  const leaf = scroll?.querySelectorAll<HTMLElement>('.leaf')[page - 1];
  if (!scroll || !leaf) return;
  const bar = scroll.querySelector<HTMLElement>('.bar')?.offsetHeight ?? 0;
  const inLeaf = down === 0 ? 0 : leaf.offsetHeight * down - scroll.clientHeight / 2;
  scroll.scrollTop = leaf.offsetTop - bar - 8 + Math.max(0, inLeaf);
}

/** One page, cut out of the drawing of them all. */
function Leaf(props: {
  page: number;
  set: LetterPagesAnswer;
  address: string;
  line: LetterPagesAnswer['lines'][number] | undefined;
}) {
  const { page, set, address, line } = props;
  const words = set.lines.filter((each) => each.page === page).map(({ text }) => text);
  return (
    <div className="leaf" style={{ aspectRatio: `${set.width} / ${set.height}` }}>
      <img
        src={address}
        alt={`Page ${page} of ${set.pages}: ${words.join(' ')}`}
        style={{ marginTop: `${(-100 * (page - 1) * set.height) / set.width}%` }}
      />
      {line?.page === page ? (
        <span
          className="caret-line"
          aria-hidden="true"
          style={{ bottom: `${(100 * (line.y - 3)) / set.height}%` }}
        />
      ) : null}
    </div>
  );
}

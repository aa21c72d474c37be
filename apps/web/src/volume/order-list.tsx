import type { Arrangement, OrderedDocument, VolumeFacts } from '@chancery/server/api';
import type { DocumentStep } from '@chancery/tei';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { announce } from '../app/announce.js';
import { titleCase } from '../letters/title-case.js';
import { NumberField } from './number-field.js';
import { useDocuments } from './use-documents.js';
import type { ArrangeVolume } from './use-volume-facts.js';

const steps: readonly (readonly [DocumentStep, string, string, string])[] = [
  ['up', 'Move up', 'ArrowUp', 'Alt ↑'],
  ['down', 'Move down', 'ArrowDown', 'Alt ↓'],
  ['in', 'Enclose in the letter above', 'ArrowRight', 'Alt →'],
  ['out', 'Take out of its letter', 'ArrowLeft', 'Alt ←'],
];

/** The height of a line, in pixels; styles/volume.css says the same. */
const lineHeight = 38;
/** So many lines stand ready above and below those that are seen. */
const ready = 12;
/** By how many lines the page keys go. */
const page = 12;

/** The letters in the order of the volume, of which only those are there that are seen. They are moved by keys, by buttons, or by dragging. */
export function OrderList({
  editionId,
  facts,
  arrange,
}: {
  editionId: string;
  facts: VolumeFacts;
  arrange: ArrangeVolume;
}) {
  const { documents: count, mayArrange, unlisted } = facts;
  const [chosen, setChosen] = useState<{ name: string; place: number }>();
  const [drop, setDrop] = useState<{ name: string; where: 'before' | 'behind' }>();
  const dragged = useRef<string>(undefined);
  const list = useRef<HTMLDivElement>(null);
  const goingTo = useRef(false);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => list.current,
    estimateSize: () => lineHeight,
    overscan: ready,
  });
  const seen = rows.getVirtualItems();
  const documentAt = useDocuments(editionId, { from: seen[0]?.index ?? 0, to: seen.at(-1)?.index ?? 0 });
  // What has been moved is chosen still, wherever it stands now.
  const found = seen.find(({ index }) => chosen !== undefined && documentAt(index)?.name === chosen.name);
  const stop = Math.min(found?.index ?? chosen?.place ?? 0, Math.max(0, count - 1));
  const current = documentAt(stop);

  useEffect(() => {
    if (!goingTo.current) return;
    const option = list.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]');
    if (!option || option.dataset.place !== String(stop)) return;
    goingTo.current = false;
    option.focus({ preventScroll: true });
  });

  function goTo(place: number, document = documentAt(place)): void {
    setChosen({ name: document?.name ?? '', place });
    goingTo.current = list.current?.contains(window.document.activeElement) ?? false;
    rows.scrollToIndex(place);
  }

  async function put(change: Arrangement & { readonly letter: string }): Promise<void> {
    const after = await arrange(change);
    const moved = after?.moved;
    if (!moved) return;
    goTo(moved.place, moved);
    announce(`${titleCase(moved.title)} ${placeWords(moved, facts.numbering === 'by-place')}.`);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey) {
      const step = steps.find(([, , key]) => key === event.key)?.[0];
      const letter = chosen?.name || current?.name;
      if (!step || !mayArrange || letter === undefined) return;
      event.preventDefault();
      void put({ change: 'step', letter, step });
      return;
    }
    const to = {
      ArrowDown: stop + 1,
      ArrowUp: stop - 1,
      PageDown: Math.min(stop + page, count - 1),
      PageUp: Math.max(stop - page, 0),
      Home: 0,
      End: count - 1,
    }[event.key];
    if (to === undefined || to < 0 || to >= count) return;
    event.preventDefault();
    goTo(to);
  }

  function onDragOver(event: DragEvent, name: string): void {
    if (dragged.current === undefined) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const where = event.clientY < top + height / 2 ? 'before' : 'behind';
    if (drop?.name !== name || drop.where !== where) setDrop({ name, where });
  }

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    const letter = dragged.current;
    if (letter !== undefined && drop && drop.name !== letter)
      void put({ change: 'beside', letter, beside: drop.name, where: drop.where });
    dragged.current = undefined;
    setDrop(undefined);
  }

  return (
    <section aria-labelledby="order-heading">
      <h2 id="order-heading">Order and numbers</h2>
      {count === 0 ? <p className="empty">No letters yet. Import transcriptions.</p> : null}
      {current && mayArrange ? (
        <div className="order-acts" role="toolbar" aria-label="What is chosen in the order">
          {steps.map(([step, label, , keys]) => (
            <button
              key={step}
              type="button"
              className="btn small"
              disabled={!current.steps.includes(step)}
              onClick={() => void put({ change: 'step', letter: current.name, step })}
            >
              {label} <kbd>{keys}</kbd>
            </button>
          ))}
          <NumberField key={`${current.name} ${current.fixed ?? ''}`} document={current} arrange={arrange} />
        </div>
      ) : null}
      {count > 0 ? (
        <div
          role="listbox"
          aria-label={
            mayArrange
              ? 'Order of the letters. Arrow keys choose, Alt and arrow keys move.'
              : 'Order of the letters'
          }
          className="order"
          ref={list}
          onKeyDown={onKeyDown}
        >
          <div role="presentation" style={{ height: rows.getTotalSize() }}>
            {seen.map(({ index: place, start }) => {
              const document = documentAt(place);
              const name = document?.name ?? '';
              return (
                <div
                  key={place}
                  data-place={place}
                  role="option"
                  aria-selected={place === stop}
                  aria-setsize={count}
                  aria-posinset={place + 1}
                  tabIndex={place === stop ? 0 : -1}
                  className={[document?.enclosedIn ? 'enclosure' : '', drop?.name === name ? drop.where : '']
                    .filter(Boolean)
                    .join(' ')}
                  style={{ transform: `translateY(${start}px)` }}
                  draggable={mayArrange && document !== undefined}
                  onFocus={() => setChosen({ name, place })}
                  onDragStart={() => {
                    dragged.current = name;
                    setChosen({ name, place });
                  }}
                  onDragOver={(event) => onDragOver(event, name)}
                  onDrop={onDrop}
                  onDragEnd={() => {
                    dragged.current = undefined;
                    setDrop(undefined);
                  }}
                >
                  {document ? (
                    <>
                      <span className="no">{document.number ?? ''}</span>
                      <span className="t">{titleCase(document.title)}</span>
                      <span className="quiet">{marksOf(document)}</span>
                      <span className="d">{document.date}</span>
                    </>
                  ) : (
                    <span className="coming">Letter {place + 1}</span>
                  )}
                </div>
              );
            })}
          </div>
        </div>
      ) : null}
      {unlisted.count > 0 ? (
        <p className="quiet">
          Not in the order, and printed last: {unlisted.first.map(({ title }) => titleCase(title)).join('; ')}
          {unlisted.count > unlisted.first.length
            ? `; and ${(unlisted.count - unlisted.first.length).toLocaleString('en')} more`
            : ''}
          .
        </p>
      ) : null}
    </section>
  );
}

function marksOf({ enclosedIn, fixed, there }: OrderedDocument): string {
  return [
    enclosedIn === null ? '' : 'enclosure',
    fixed === null ? '' : 'number fixed',
    there ? '' : 'no such file yet',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Where a document has come to stand: “is now No. 3”. */
function placeWords({ number, enclosedIn, place }: OrderedDocument, isCounted: boolean): string {
  if (enclosedIn !== null) return 'is now an enclosure of the letter above';
  return isCounted && number !== null ? `is now No. ${number}` : `stands in place ${place + 1}`;
}

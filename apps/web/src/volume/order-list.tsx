import type { VolumeFacts } from '@chancery/server/api';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { announce } from '../app/announce.js';
import { titleCase } from '../letters/title-case.js';
import { NumberField } from './number-field.js';
import { type Move, type Place, placeAfter, placeBeside } from './order-moves.js';
import type { ArrangeVolume } from './use-volume-facts.js';

type Document = VolumeFacts['documents'][number];

const moves: readonly (readonly [Move, string, string, string])[] = [
  ['up', 'Move up', 'ArrowUp', 'Alt ↑'],
  ['down', 'Move down', 'ArrowDown', 'Alt ↓'],
  ['in', 'Enclose in the letter above', 'ArrowRight', 'Alt →'],
  ['out', 'Take out of its letter', 'ArrowLeft', 'Alt ←'],
];

/** The letters in the order of the volume. They are moved by keys, by buttons, or by dragging. */
export function OrderList({ facts, arrange }: { facts: VolumeFacts; arrange: ArrangeVolume }) {
  const { documents, mayArrange } = facts;
  const [chosen, setChosen] = useState<string>();
  const [drop, setDrop] = useState<{ name: string; where: 'before' | 'behind' }>();
  const dragged = useRef<string>(undefined);
  const options = useRef(new Map<string, HTMLDivElement>());
  const current = documents.find(({ name }) => name === chosen) ?? documents[0];
  const currentName = current?.name;
  const focused = useRef(false);
  useEffect(() => {
    // What has been moved is another place of the page; the focus goes with it.
    if (focused.current && currentName !== undefined) options.current.get(currentName)?.focus();
  });

  async function put(name: string, placeIn: (documents: readonly Document[]) => Place | undefined) {
    setChosen(name);
    const after = await arrange((now) => {
      const to = placeIn(now.documents);
      return to && { change: 'place', letter: name, to };
    });
    const document = after?.documents.find((each) => each.name === name);
    if (document) announce(`${titleCase(document.title)} ${placeWords(document, after?.documents ?? [])}.`);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const at = documents.findIndex(({ name }) => name === currentName);
    if (event.altKey) {
      const move = moves.find(([, , key]) => key === event.key)?.[0];
      if (!move || !mayArrange || currentName === undefined) return;
      event.preventDefault();
      void put(currentName, (now) => placeAfter(now, currentName, move));
      return;
    }
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: documents.length - 1 }[event.key];
    const document = next === undefined ? undefined : documents[next];
    if (!document) return;
    event.preventDefault();
    setChosen(document.name);
    options.current.get(document.name)?.focus();
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
    const name = dragged.current;
    if (name !== undefined && drop) void put(name, (now) => placeBeside(now, name, drop.name, drop.where));
    dragged.current = undefined;
    setDrop(undefined);
  }

  return (
    <section aria-labelledby="order-heading">
      <h2 id="order-heading">Order and numbers</h2>
      {documents.length === 0 ? <p className="empty">No letters yet. Import transcriptions.</p> : null}
      {current && mayArrange ? (
        <div className="order-acts" role="toolbar" aria-label="What is chosen in the order">
          {moves.map(([move, label, , keys]) => (
            <button
              key={move}
              type="button"
              className="btn small"
              disabled={placeAfter(documents, current.name, move) === undefined}
              onClick={() => void put(current.name, (now) => placeAfter(now, current.name, move))}
            >
              {label} <kbd>{keys}</kbd>
            </button>
          ))}
          <NumberField key={`${current.name} ${current.fixed ?? ''}`} document={current} arrange={arrange} />
        </div>
      ) : null}
      {documents.length > 0 ? (
        <div
          role="listbox"
          aria-label={
            mayArrange
              ? 'Order of the letters. Arrow keys choose, Alt and arrow keys move.'
              : 'Order of the letters'
          }
          className="order"
          onKeyDown={onKeyDown}
          onFocus={() => {
            focused.current = true;
          }}
          onBlur={() => {
            focused.current = false;
          }}
        >
          {documents.map((document) => {
            const { name, enclosedIn } = document;
            return (
              <div
                key={name}
                ref={(element) => {
                  if (element) options.current.set(name, element);
                  else options.current.delete(name);
                }}
                role="option"
                aria-selected={document === current}
                tabIndex={document === current ? 0 : -1}
                className={[enclosedIn === null ? '' : 'enclosure', drop?.name === name ? drop.where : '']
                  .filter(Boolean)
                  .join(' ')}
                draggable={mayArrange}
                onFocus={() => setChosen(name)}
                onDragStart={() => {
                  dragged.current = name;
                  setChosen(name);
                }}
                onDragOver={(event) => onDragOver(event, name)}
                onDrop={onDrop}
                onDragEnd={() => {
                  dragged.current = undefined;
                  setDrop(undefined);
                }}
              >
                <span className="no">{document.number ?? ''}</span>
                <span className="t">{titleCase(document.title)}</span>
                <span className="quiet">{marksOf(document)}</span>
                <span className="d">{document.date}</span>
              </div>
            );
          })}
        </div>
      ) : null}
      {facts.unlisted.length > 0 ? (
        <p className="quiet">
          Not in the order, and printed last: {facts.unlisted.map(({ title }) => titleCase(title)).join('; ')}
          .
        </p>
      ) : null}
    </section>
  );
}

function marksOf({ enclosedIn, fixed, there }: Document): string {
  return [
    enclosedIn === null ? '' : 'enclosure',
    fixed === null ? '' : 'number fixed',
    there ? '' : 'no such file yet',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Where a document has come to stand: “is now No. 3”. */
function placeWords({ name, number, enclosedIn }: Document, documents: readonly Document[]): string {
  if (number !== null) return `is now No. ${number}`;
  const letter = documents.find((each) => each.name === enclosedIn);
  if (letter) return `is now enclosed in ${titleCase(letter.title)}`;
  return `stands in place ${documents.findIndex((each) => each.name === name) + 1}`;
}

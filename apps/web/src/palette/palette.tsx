import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from '../app/icon.js';
import { overlay } from '../app/overlay.js';
import { useStore } from '../store/use-store.js';
import { answers } from './answers.js';
import { type PaletteEntry, paletteEntries } from './palette-entries.js';
import { useDoing } from './use-doing.js';
import { useSearched } from './use-searched.js';

/** Commands and search, called by Control K: a combobox over the list of answers. */
export function Palette({ start, asks }: { start: string; asks: string | undefined }) {
  const [typed, setTyped] = useState(start);
  const [chosen, setChosen] = useState(0);
  const offered = [...useStore(paletteEntries).values()].flat();
  const searched = useSearched(asks === undefined ? typed : undefined);
  const answersOf = (entries: readonly PaletteEntry[], isLatest: boolean) =>
    answers({ offered, searched: entries, isLatest }, typed, asks !== undefined);
  const found = answersOf(searched.found, searched.isLatest);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(chosen, found.length - 1);

  const doing = useDoing(close);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  function close(): void {
    overlay.set(undefined);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((current + step + found.length) % Math.max(found.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // Whoever is quicker than the search means what it is going to find.
      if (chosen > 0) doing.now(found[current]);
      else doing.whenFound(searched.settled().then((entries) => answersOf(entries, true)[0]));
    }
  }

  return (
    <ModalOverlay className="pal" isOpen isDismissable onOpenChange={(open) => (open ? undefined : close())}>
      <Modal className="box">
        <Dialog aria-label={asks ?? 'Commands and search'} className="pal-dialog">
          <div className="inp">
            <Icon name="search" />
            <input
              // The palette is opened to type in; a screen reader is told by the dialog's name.
              ref={(input) => input?.focus()}
              role="combobox"
              aria-expanded={found.length > 0}
              aria-controls={`${id}-list`}
              aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
              aria-autocomplete="list"
              aria-label={asks ?? 'Search letters and commands'}
              placeholder={asks ?? 'Letter, or what to do'}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setChosen(0);
              }}
              onKeyDown={onKeyDown}
            />
            <button type="button" className="btn ghost small" onClick={close}>
              Close <kbd>Esc</kbd>
            </button>
          </div>
          <div id={`${id}-list`} ref={list} role="listbox" aria-label="Results" className="results">
            {found.map((entry, index) => (
              <Answer
                key={entry.id}
                id={`${id}-${index}`}
                entry={entry}
                heading={entry.group === found[index - 1]?.group ? undefined : entry.group}
                selected={index === current}
                onRun={() => doing.now(entry)}
              />
            ))}
          </div>
          {found.length === 0 ? <p className="none">Nothing answers to “{typed}”.</p> : null}
          <div className="ft">
            <span>
              <kbd>↑</kbd> <kbd>↓</kbd> choose
            </span>
            <span>
              <kbd>Enter</kbd> do it
            </span>
            {asks === undefined ? (
              <>
                <span>
                  <kbd>&gt;</kbd> commands only
                </span>
                <span>
                  <kbd>#</kbd> letters only
                </span>
                <span>
                  <kbd>@</kbd> persons, places, books
                </span>
              </>
            ) : null}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Answer(props: {
  id: string;
  entry: PaletteEntry;
  heading: string | undefined;
  selected: boolean;
  onRun: () => void;
}) {
  const { entry } = props;
  return (
    <>
      {props.heading ? (
        <p className="group" aria-hidden="true">
          {props.heading}
        </p>
      ) : null}
      {/* The listbox keeps the focus in the combobox, which has the keys; a row answers the pointer only. */}
      <div
        id={props.id}
        role="option"
        tabIndex={-1}
        aria-selected={props.selected}
        className="answer"
        onPointerDown={(event) => event.preventDefault()}
        onPointerUp={props.onRun}
      >
        <Icon name={entry.icon} />
        <span>{entry.label}</span>
        <span className="d">{entry.gloss}</span>
        {entry.keys?.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </div>
    </>
  );
}

import type { PageImageAnswer, PageImageChange } from '@chancery/server/api';
import { useRef, useState } from 'react';
import { Confirm } from '../app/confirm.js';
import { Icon } from '../app/icon.js';
import { altOf, fileOf, leafName, smallPicture } from './image-words.js';
import { LeafForm } from './leaf-form.js';

/** What is done with leaves. */
export interface LeafActs {
  move(leaf: PageImageAnswer, by: 1 | -1): void;
  change(leaf: PageImageAnswer, change: PageImageChange): void;
  remove(leaf: PageImageAnswer): void;
}

const turned = { 0: 90, 90: 180, 180: 270, 270: 0 } as const;

/** One leaf in the list: its small picture, what is told of it, and what can be done with it. */
export function LeafRow(props: {
  editionId: string;
  leaf: PageImageAnswer;
  isFirst: boolean;
  isLast: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  acts: LeafActs;
}) {
  const { leaf, acts, open, onOpen } = props;
  const name = leafName(leaf);
  const small = smallPicture(leaf, 240);
  const [asked, setAsked] = useState(false);
  const describe = useRef<HTMLButtonElement>(null);
  const close = () => {
    describe.current?.focus();
    onOpen(false);
  };
  return (
    <li
      className="leaf-row"
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        acts.move(leaf, event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <img
        src={small.src}
        alt={altOf(leaf)}
        loading="lazy"
        width={120}
        height={120}
        style={small.turn === 0 ? undefined : { transform: `rotate(${small.turn}deg)` }}
      />
      <div className="told">
        <h3>{name}</h3>
        <p className="quiet">
          {fileOf(leaf)} · {leaf.width} × {leaf.height}
        </p>
        <p className="quiet">
          {leaf.letters.length === 0 ? 'No letter yet' : leaf.letters.map((letter) => letter.name).join(', ')}
        </p>
        {leaf.alt === '' ? <p className="quiet">No alternative text</p> : <p>{leaf.alt}</p>}
      </div>
      <div className="acts">
        <button
          type="button"
          className="btn small"
          aria-disabled={props.isFirst}
          aria-label={`${name}: move up`}
          aria-keyshortcuts="Alt+ArrowUp"
          onClick={() => acts.move(leaf, -1)}
        >
          Up
        </button>
        <button
          type="button"
          className="btn small"
          aria-disabled={props.isLast}
          aria-label={`${name}: move down`}
          aria-keyshortcuts="Alt+ArrowDown"
          onClick={() => acts.move(leaf, 1)}
        >
          Down
        </button>
        <button
          type="button"
          className="btn small"
          aria-label={`${name}: turn clockwise`}
          onClick={() => acts.change(leaf, { rotation: turned[leaf.rotation] })}
        >
          <Icon name="redo" />
          Turn
        </button>
        <button
          type="button"
          className="btn small"
          aria-expanded={open}
          ref={describe}
          aria-label={`${name}: describe`}
          onClick={() => onOpen(!open)}
        >
          <Icon name="pen" />
          Describe
        </button>
        <button
          type="button"
          className="btn small ghost"
          aria-label={`${name}: remove`}
          data-removes=""
          aria-expanded={asked}
          onClick={() => setAsked(!asked)}
        >
          <Icon name="close" />
          Remove
        </button>
      </div>
      {asked ? (
        <Confirm
          question={`Remove ${name}?`}
          answer="Remove it"
          onYes={() => {
            setAsked(false);
            acts.remove(leaf);
          }}
          onNo={() => setAsked(false)}
        >
          <p>
            The image is taken out of the volume, with its description. The file that it came from stays where
            you have it.
          </p>
        </Confirm>
      ) : null}
      {open ? (
        <LeafForm
          editionId={props.editionId}
          leaf={leaf}
          onClose={close}
          onSave={(change) => {
            acts.change(leaf, change);
            close();
          }}
        />
      ) : null}
    </li>
  );
}

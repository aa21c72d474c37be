import { useState } from 'react';
import { announce } from '../app/announce.js';
import { Icon } from '../app/icon.js';
import type { LetterSession } from '../desk/letter-session.js';
import type { KeptLoss } from '../saving/kept-loss.js';
import { useStore } from '../store/use-store.js';
import { lossWords, quoted } from './loss-words.js';
import type { LostPlace } from './lost-changes.js';
import { choose, copyable, putBack, takeTheirs } from './put-back.js';

interface Lost {
  readonly session: LetterSession;
  readonly canEdit: boolean;
  /** Has what is put back wait for the editor; undefined where it does so anyway, or may not. */
  readonly onSuggest: ((loss: KeptLoss) => void) | undefined;
}

/**
 * The band of changes that met those of others: what, where, by whose change, the words themselves, and what can be done.
 * Several are a list behind one line. Typing goes on beneath it.
 */
export function LostBand(props: Lost) {
  const { session } = props;
  const list = useStore(session.lost.list);
  const [open, setOpen] = useState(false);
  const [first] = list;
  if (!first) return null;
  if (list.length === 1)
    return (
      <div className="band lost">
        <Icon name="fork" />
        <LossItem {...props} loss={first} />
      </div>
    );
  return (
    <div className="band lost several">
      <div className="summary">
        <Icon name="fork" />
        <p>
          <strong>{list.length} changes of yours met others’.</strong> Nothing is lost: each is kept here
          until you decide.
        </p>
        <button
          type="button"
          className="btn small"
          aria-expanded={open}
          aria-controls="lost-changes"
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide them' : 'Show them'}
        </button>
      </div>
      <ul id="lost-changes" hidden={!open} aria-label="Changes that met others’">
        {list.map((loss) => (
          <li key={loss.id}>
            <LossItem {...props} loss={loss} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function LossItem({ session, loss, canEdit, onSuggest }: Lost & { loss: KeptLoss }) {
  const [comparing, setComparing] = useState(false);
  const { what, how } = lossWords(loss);
  const copy = copyable(loss);
  const isPlaced = session.lost.placeOf(loss) !== undefined;
  /** It moves while the band stands there. */
  function atPlace(act: (place: LostPlace) => void): void {
    const place = session.lost.placeOf(loss);
    if (place) act(place);
  }
  function letGo(): void {
    session.lost.settle(loss);
    session.view.focus();
  }
  return (
    <div className="loss">
      <div className="summary">
        <p>
          <strong>{what}</strong> {how}
        </p>
        {loss.told.kind === 'words' ? (
          <Edit canEdit={canEdit} onDo={() => putBack(session, loss)}>
            Put it back here
          </Edit>
        ) : null}
        {loss.told.kind === 'words' && onSuggest ? (
          <button type="button" className="btn small" onClick={() => onSuggest(loss)}>
            Suggest it
          </button>
        ) : null}
        {loss.told.kind === 'values' ? (
          <Edit canEdit={canEdit} onDo={() => takeTheirs(session, loss)}>
            Take theirs
          </Edit>
        ) : null}
        {loss.told.kind === 'readings' ? (
          <button
            type="button"
            className="btn small"
            aria-expanded={comparing}
            onClick={() => {
              setComparing(!comparing);
              if (!comparing) atPlace(({ from, to }) => session.show(from, to));
            }}
          >
            Compare and choose
          </button>
        ) : isPlaced ? (
          <button
            type="button"
            className="btn small ghost"
            onClick={() => atPlace(({ from }) => session.goTo(from))}
          >
            Show the place
          </button>
        ) : null}
        {copy === undefined ? null : (
          <button type="button" className="btn small ghost" onClick={() => copyWords(copy)}>
            Copy
          </button>
        )}
        <button type="button" className="btn small ghost" onClick={letGo}>
          {loss.told.kind === 'readings' || loss.told.kind === 'values' ? 'Leave as it is' : 'Let it go'}
        </button>
      </div>
      {comparing && loss.told.kind === 'readings' ? (
        <dl className="readings">
          <Reading label="Yours" words={loss.told.mine.words}>
            <Edit canEdit={canEdit} onDo={() => choose(session, loss, 'mine')}>
              Keep yours
            </Edit>
          </Reading>
          <Reading label={loss.by ?? 'The other'} words={loss.told.theirs.words}>
            <Edit canEdit={canEdit} onDo={() => choose(session, loss, 'theirs')}>
              Keep theirs
            </Edit>
          </Reading>
          <Reading label="Now in the letter" words={loss.told.now} />
        </dl>
      ) : null}
    </div>
  );
}

function Reading({ label, words, children }: { label: string; words: string; children?: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="serif">{quoted(words)}</span>
        {children}
      </dd>
    </div>
  );
}

function Edit({ canEdit, onDo, children }: { canEdit: boolean; onDo: () => void; children: string }) {
  return (
    <button
      type="button"
      className="btn small"
      aria-disabled={!canEdit}
      title={canEdit ? undefined : 'You may read this letter now, and not change it.'}
      onClick={() => (canEdit ? onDo() : announce('You may read this letter now, and not change it.'))}
    >
      {children}
    </button>
  );
}

function copyWords(words: string): void {
  navigator.clipboard.writeText(words).then(
    () => announce('The words are on the clipboard.'),
    () => announce('The browser refused the clipboard. Select the words and copy them.'),
  );
}

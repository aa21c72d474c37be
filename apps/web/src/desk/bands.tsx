import type { ReactNode } from 'react';
import { Icon } from '../app/icon.js';
import { type SaveState, waitingWords } from '../saving/save-state.js';

/** The band under the letter bar: what keeps changes from being saved, and the next step. Typing goes on beneath it. */
export function Bands(props: {
  save: SaveState;
  /** Whether this device keeps what waits. */
  keeps: boolean;
  lost: ReactNode;
  readOnly: string | undefined;
  /** What is to be said of suggesting. */
  suggesting: { readonly title: string; readonly words: string } | undefined;
  onRetry: () => void;
  onCopy: () => void;
  onTakeBack: () => void;
  /** Suggests what may not enter the text; undefined where it cannot be. */
  onSuggest: (() => void) | undefined;
}) {
  const { save } = props;
  return (
    <>
      {save.kind === 'refused' ? (
        <div className="band refused" role="alert">
          <Icon name="error" />
          <p>
            <strong>Not saved.</strong> {save.reason} Your text stays on the screen and on this device. Undo
            the change, or take it back: its words are kept here until you let them go.
          </p>
          <button type="button" className="btn small" onClick={props.onCopy}>
            Copy my text
          </button>
          {save.notAllowed && props.onSuggest ? (
            <button type="button" className="btn small" onClick={props.onSuggest}>
              Suggest it instead
            </button>
          ) : null}
          <button type="button" className="btn small" onClick={props.onTakeBack}>
            Take the change back
          </button>
        </div>
      ) : null}
      {save.kind === 'offline' ? (
        <div className="band">
          <Icon name="offline" />
          <p>
            <strong>Offline.</strong> Keep working:{' '}
            {waitingWords(save) === ''
              ? 'changes will be kept on this device and sent when the connection returns.'
              : `what waits is kept on this device and will be sent when the connection returns: ${waitingWords(save)}.`}
          </p>
          <button type="button" className="btn small" onClick={props.onRetry}>
            Try now
          </button>
        </div>
      ) : null}
      {save.kind === 'shut-out' ? (
        <div className="band refused" role="alert">
          <Icon name="lock" />
          <p>
            <strong>Shut out.</strong> You were signed out, or may not read this letter any more.
            {waitingWords(save) === ''
              ? ''
              : ` Kept on this device, for when you may again: ${waitingWords(save)}.`}
          </p>
          <button type="button" className="btn small" onClick={() => location.reload()}>
            Load again
          </button>
        </div>
      ) : null}
      {props.keeps ? null : (
        <div className="band refused" role="alert">
          <Icon name="warning" />
          <p>
            <strong>This device keeps nothing.</strong> Its storage is full or closed to this page. Leave the
            window open until all changes are saved.
          </p>
        </div>
      )}
      {props.lost}
      {props.suggesting === undefined ? null : (
        <div className="band suggesting">
          <Icon name="pen" />
          <p>
            <strong>{props.suggesting.title}</strong> {props.suggesting.words}
          </p>
        </div>
      )}
      {props.readOnly === undefined || save.kind === 'shut-out' ? null : (
        <div className="band ro">
          <Icon name="lock" />
          <p>
            <strong>Read only.</strong> {props.readOnly}
          </p>
        </div>
      )}
    </>
  );
}

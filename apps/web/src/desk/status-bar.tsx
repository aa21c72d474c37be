import { useLayoutEffect, useRef } from 'react';
import { Icon } from '../app/icon.js';
import { mod } from '../app/is-apple.js';
import { chordKeys } from '../keys/chord-keys.js';
import { type SaveState, saveWords, troubleOf } from '../saving/save-state.js';
import type { Store } from '../store/store.js';
import { useStore } from '../store/use-store.js';
import { withSuggestions } from '../suggesting/use-suggesting.js';
import { type Mode, modeWords } from './mode.js';

const looks = {
  saved: ['ok', 'check'],
  saving: ['ok', 'check'],
  offline: ['warn', 'offline'],
  refused: ['err', 'error'],
  'shut-out': ['err', 'lock'],
} as const;

/** The foot of the desk: how saving stands, the mode, where the caret is, and the keys; after Ctrl M, its next keys. */
export function StatusBar(props: {
  save: Store<SaveState>;
  /** How many suggestions wait to be sent. */
  suggestions: number;
  mode: Mode;
  place: string;
  said: string | undefined;
  chord: boolean;
}) {
  const { save: saving, suggestions } = props;
  const trouble = withSuggestions(useStore(saving, troubleOf), suggestions);
  const [look, icon] =
    trouble.kind === 'saving' && trouble.slow ? (['act', 'half'] as const) : looks[trouble.kind];
  const footer = useRef<HTMLElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  // They become others with each key, own or others’, and nothing beside them does: that is no rendering.
  useLayoutEffect(() => {
    const show = (): void => {
      const save = withSuggestions(saving.get(), suggestions);
      if (footer.current) footer.current.dataset.saveState = save.kind;
      if (words.current) words.current.textContent = saveWords(save);
    };
    show();
    return saving.subscribe(show);
  }, [saving, suggestions]);
  return (
    <footer className="stat" ref={footer}>
      <span className={`st ${look}`}>
        <Icon name={icon} />
        <span ref={words} />
      </span>
      {props.chord ? (
        <span className="chord" role="status">
          <kbd>Ctrl M</kbd>
          {chordKeys().map(([key, action]) => (
            <span key={key}>
              <kbd>{key}</kbd> {action}
            </span>
          ))}
          <span>
            <kbd>Esc</kbd> cancel
          </span>
        </span>
      ) : (
        <>
          <span className="opt">{modeWords(props.mode)}</span>
          <span className="opt place">{props.place}</span>
          {props.said === undefined ? (
            <span className="hints">
              <span>
                <kbd>Ctrl M</kbd> mark up
              </span>
              <span>
                <kbd>F8</kbd> next finding
              </span>
              <span>
                <kbd>F6</kbd> next pane
              </span>
              <span>
                <kbd>{mod} /</kbd> all keys
              </span>
            </span>
          ) : (
            <span className="said">
              <Icon name="info" />
              {props.said}
            </span>
          )}
        </>
      )}
    </footer>
  );
}

import { Icon } from '../app/icon.js';
import { mod } from '../app/is-apple.js';
import { chordKeys } from '../keys/chord-keys.js';
import { type SaveState, saveWords } from '../saving/save-state.js';
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
  const save = withSuggestions(useStore(props.save), props.suggestions);
  const [look, icon] = save.kind === 'saving' && save.slow ? (['act', 'half'] as const) : looks[save.kind];
  return (
    <footer className="stat" data-save-state={save.kind}>
      <span className={`st ${look}`}>
        <Icon name={icon} />
        {saveWords(save)}
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

import { counted } from '../letters/counted.js';

/** How it stands with the saving of a letter. */
export type SaveState =
  | { kind: 'saved'; version: number }
  | { kind: 'saving'; version: number; slow: boolean }
  | ({ kind: 'offline' } & Waiting)
  | {
      kind: 'refused';
      reason: string;
      /** That the changes may not enter the text, and may be suggested perhaps. */
      notAllowed?: true;
    }
  | ({ kind: 'shut-out' } & Waiting);

/** How many changes, and how many suggestions, the server has not acknowledged. */
interface Waiting {
  kept: number;
  suggestions?: number;
}

const untroubled: SaveState = { kind: 'saved', version: 0 };

/** The save state without what goes on at each key: all that is saved, or is about to be in a moment, is alike. */
export function troubleOf(state: SaveState): SaveState {
  return state.kind === 'saved' || (state.kind === 'saving' && !state.slow) ? untroubled : state;
}

/** What waits for a connection: “2 changes and 1 suggestion”. Empty when nothing does. */
export function waitingWords({ kept, suggestions = 0 }: Waiting): string {
  const counts = [
    kept > 0 ? counted(kept, 'change') : '',
    suggestions > 0 ? counted(suggestions, 'suggestion') : '',
  ];
  return counts.filter(Boolean).join(' and ');
}

/** The save state in the words of the status bar. Work in progress is named only once it is slow. */
export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return `All changes saved – version ${state.version}`;
    case 'saving':
      return state.slow ? 'Saving' : `All changes saved – version ${state.version}`;
    case 'offline':
      return `Offline – ${keptWords(state)}`;
    case 'shut-out':
      return `Shut out – ${keptWords(state)}`;
    case 'refused':
      return 'Not saved – your text is kept here';
  }
}

function keptWords(state: Waiting): string {
  const words = waitingWords(state);
  return words === '' ? 'nothing waits to be sent' : `${words} kept on this device`;
}

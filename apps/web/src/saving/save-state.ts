/** How it stands with the saving of a letter. */
export type SaveState =
  | { kind: 'saved'; version: number }
  | { kind: 'saving'; version: number; slow: boolean }
  | { kind: 'offline'; kept: number }
  | { kind: 'refused'; reason: string }
  | { kind: 'shut-out'; kept: number };

/** The save state in the words of the status bar. Work in progress is named only once it is slow. */
export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return `All changes saved – version ${state.version}`;
    case 'saving':
      return state.slow ? 'Saving' : `All changes saved – version ${state.version}`;
    case 'offline':
      return `Offline – ${keptWords(state.kept)}`;
    case 'shut-out':
      return `Shut out – ${keptWords(state.kept)}`;
    case 'refused':
      return 'Not saved – your text is kept here';
  }
}

function keptWords(kept: number): string {
  return kept === 0
    ? 'nothing waits to be sent'
    : `${kept} ${kept === 1 ? 'change' : 'changes'} kept on this device`;
}

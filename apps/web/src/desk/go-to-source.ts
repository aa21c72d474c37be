import type { LetterSession } from './letter-session.js';

/** A place of a letter’s source, as offsets. */
export interface SourcePlace {
  readonly from: number;
  readonly to: number;
}

/**
 * Selects a place in the source view and gives that the focus.
 *
 * @param open opens the view, where it is not open
 */
export function goToSource(session: LetterSession, place: SourcePlace, open: () => void): void {
  if (session.sourceView) session.sourceView.goTo(place.from, place.to);
  else {
    session.sourcePlace = place;
    open();
  }
}

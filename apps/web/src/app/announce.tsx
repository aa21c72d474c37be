import { createStore } from '../store/store.js';
import { useStore } from '../store/use-store.js';

const spoken = createStore('');
const urgent = createStore('');

/** Says a sentence to a screen reader when it next pauses: changes of state only, never keystrokes. */
export function announce(sentence: string): void {
  spoken.set(sentence);
}

/** Says a sentence at once; kept for the loss of the right to write. */
export function announceNow(sentence: string): void {
  urgent.set(sentence);
}

/** The two live regions of the page; they stand in the frame so that they outlive every screen. */
export function Announcements() {
  return (
    <>
      <p className="sr" role="status" aria-live="polite">
        {useStore(spoken)}
      </p>
      <p className="sr" role="alert">
        {useStore(urgent)}
      </p>
    </>
  );
}

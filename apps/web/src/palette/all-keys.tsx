import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { mod } from '../app/is-apple.js';
import { overlay } from '../app/overlay.js';
import { chordKeys } from '../keys/chord-keys.js';

const everywhere: readonly (readonly [string, string])[] = [
  [`${mod} K`, 'Commands and search (> commands, # letters)'],
  [`${mod} /`, 'All keys'],
  ['F6, Shift F6', 'Next, previous pane'],
];

const letters: readonly (readonly [string, string])[] = [
  ['/', 'Filter'],
  ['Arrows, Page, Home, End', 'Move'],
  ['Enter', 'Open'],
  ['N', 'New letter'],
  ['Space, Shift arrows', 'Select one, several'],
  [`${mod} A`, 'Select all'],
  ['A, S, V, P', 'Assign, move to a stage, validate, print a proof'],
  ['Z', 'Take back what was just moved'],
];

const search: readonly (readonly [string, string])[] = [
  ['/', 'Say what is looked for'],
  ['Arrows, Home, End', 'Move from hit to hit'],
  ['Enter', 'Open the letter at the hit'],
  ['X', 'Leave the hit out of the replacement'],
];

const work: readonly (readonly [string, string])[] = [
  ['J, K', 'Next, previous letter'],
  ['Enter', 'Open'],
];

const stage: readonly (readonly [string, string])[] = [
  ['J, K', 'Next, previous passage to be read again'],
  ['Enter', 'Go to its place in the text'],
  ['R', 'Read again, agrees'],
];

const tandem: readonly (readonly [string, string])[] = [
  ['Space', 'Agrees: the next sentence'],
  ['Backspace', 'Back a sentence'],
  ['X', 'Stop: something does not agree'],
  ['P', 'Pause the voice'],
];

const desk: readonly (readonly [string, string])[] = [
  ['Esc', 'Back to the text; the caret is where it was'],
  [`${mod} Z, ${mod} Shift Z`, 'Undo, redo own changes'],
  ['F8, Shift F8', 'Next, previous finding'],
  ['Alt Enter', 'Apply the finding’s remedy'],
];

const history: readonly (readonly [string, string])[] = [
  ['J, K', 'Comparison: next, previous difference; playback: what was done next, before'],
  ['Space', 'Playback: play, pause'],
  ['Arrows, Home, End', 'Playback: version by version, first, last; history: next, previous version'],
  ['Esc', 'Back to the text'],
];

const comments: readonly (readonly [string, string])[] = [
  ['J, K', 'Next, previous thread'],
  ['@', 'Mention somebody'],
  [`${mod} Enter`, 'Send'],
];

const suggestions: readonly (readonly [string, string])[] = [
  ['J, K', 'Next, previous suggestion'],
  ['Enter', 'Go to its place in the text'],
  ['A, R', 'Accept, reject'],
  ['W', 'Withdraw one’s own'],
  ['Z', 'Take the decision back'],
];

const notes: readonly (readonly [string, string])[] = [
  ['J, K', 'Next, previous note'],
  ['Space', 'Mark the next callout read in context'],
  ['S, A, R', 'Send to review, approve, return'],
  ['C', 'Comment'],
  ['O, E', 'Open the letter; open where the note is written'],
  ['Z', 'Take the decision back'],
];

const collation: readonly (readonly [string, string])[] = [
  ['A, B', 'Adopt the reading of A, of B'],
  ['O, U, Q', 'Another reading, unclear, refer to the chief editor'],
  ['J, K', 'Next open, previous discrepancy'],
  ['Z', 'Take the decision back'],
];

const volume: readonly (readonly [string, string])[] = [
  ['Alt Up, Alt Down', 'Move the letter in the order'],
  ['Alt Right, Alt Left', 'Enclose it in the letter above, take it out'],
];

/** All keys of the desk, called by Control and slash. */
export function AllKeys() {
  return (
    <ModalOverlay
      className="pal"
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : overlay.set(undefined))}
    >
      <Modal className="box wide">
        <Dialog className="all-keys">
          <Heading slot="title">All keys</Heading>
          <div className="columns">
            <KeyTable title="Everywhere" rows={everywhere} />
            <KeyTable title="Letters" rows={letters} />
            <KeyTable title="Search" rows={search} />
            <KeyTable title="My work" rows={work} />
            <KeyTable title="Volume, in the order" rows={volume} />
            <KeyTable title="Collation" rows={collation} />
            <KeyTable title="Stage" rows={stage} />
            <KeyTable title="Proofread" rows={tandem} />
            <KeyTable title="Letter desk" rows={desk} />
            <KeyTable title="Notes review" rows={notes} />
            <KeyTable title="Comments" rows={comments} />
            <KeyTable title="History" rows={history} />
            <KeyTable title="Suggestions, in their list" rows={suggestions} />
            <KeyTable title="Ctrl M, then" rows={chordKeys()} />
          </div>
          <button type="button" className="btn small" onClick={() => overlay.set(undefined)}>
            Close <kbd>Esc</kbd>
          </button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function KeyTable({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(([keys, action]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

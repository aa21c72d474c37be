import { type Loss, placeName, wordsOf } from '@chancery/prosemirror-tei';
import type { Node, Slice } from 'prosemirror-model';
import type { StoredPlace } from './acknowledged-place.js';
import { type Anchor, anchorAt } from './anchor.js';

/** A piece as JSON, and what it says. */
export interface KeptPiece {
  slice: unknown;
  words: string;
}

/** What was lost. */
export type ToldLoss =
  | ({ kind: 'words' } & KeptPiece)
  | { kind: 'readings'; mine: KeptPiece; theirs: KeptPiece; now: string }
  | {
      kind: 'values';
      id: string;
      element: string;
      attribute: string;
      mine: string | null;
      theirs: string | null;
    }
  | { kind: 'change'; change: LostChangeKind; element: string | undefined; words: string };

type LostChangeKind = Extract<Loss, { kind: 'change' }>['change'];

/** A change of a person's own that did not come to stand, or met another: kept until the person has dealt with it. */
export interface KeptLoss {
  id: string;
  letterId: string;
  personId: string;
  /** When it was lost, in milliseconds since 1970. */
  at: number;
  /** Where: “paragraph 2”; empty where it is not known. */
  place: string;
  /** Where it would stand in the letter as it was acknowledged. */
  stood?: StoredPlace;
  /** The same by the element around it, for a letter of which that version is not known. */
  from: Anchor | undefined;
  to: Anchor | undefined;
  /** The version that the step in the way has made. */
  version: number | undefined;
  /** Who made it, once that is known. */
  by?: string;
  told: ToldLoss;
}

/** Whose letter it is about. */
export interface Whose {
  readonly letterId: string;
  readonly personId: string;
}

/**
 * Something lost as it is kept.
 *
 * @param doc the document that the loss has its places in
 * @param stood where it would stand in the letter as acknowledged
 * @param version the version that the step in the way has made, where one can be named
 */
export function keptLoss(
  loss: Loss,
  doc: Node,
  whose: Whose,
  { stood, version }: { readonly stood: StoredPlace; readonly version: number | undefined },
): KeptLoss {
  return {
    ...whose,
    id: crypto.randomUUID(),
    at: Date.now(),
    place: placeName(doc, loss.at),
    stood,
    from: anchorAt(doc, loss.at),
    to: loss.kind === 'readings' ? anchorAt(doc, loss.to) : undefined,
    version,
    told: toldLoss(loss, doc),
  };
}

/** Words whose place is not known any more. */
export function keptWords(words: string, whose: Whose): KeptLoss {
  return {
    ...whose,
    id: crypto.randomUUID(),
    at: Date.now(),
    place: '',
    from: undefined,
    to: undefined,
    version: undefined,
    told: { kind: 'words', slice: undefined, words },
  };
}

function toldLoss(loss: Loss, doc: Node): ToldLoss {
  switch (loss.kind) {
    case 'words':
      return { kind: 'words', ...piece(loss.slice) };
    case 'readings':
      return {
        kind: 'readings',
        mine: piece(loss.mine),
        theirs: piece(loss.theirs),
        now: wordsOf(doc.slice(loss.at, loss.to)),
      };
    case 'values': {
      const { id, element, attribute, mine, theirs } = loss;
      return { kind: 'values', id, element, attribute, mine, theirs };
    }
    case 'change': {
      const { change, element, words } = loss;
      return { kind: 'change', change, element, words };
    }
  }
}

function piece(slice: Slice): KeptPiece {
  return { slice: slice.toJSON(), words: wordsOf(slice) };
}

import type { Slice } from 'prosemirror-model';

interface Lost {
  /** The place among the steps of others of the one that is in the way; undefined where none can be named. */
  readonly by: number | undefined;
  /** Where it would stand in the document as it is now. */
  readonly at: number;
}

/** What one has written, and is not in the document. */
export interface LostWords extends Lost {
  readonly kind: 'words';
  readonly slice: Slice;
}

/** Words that two people have changed at once. What both wrote stands in the document, from `at` to `to`. */
export interface TwoReadings extends Lost {
  readonly kind: 'readings';
  readonly to: number;
  readonly mine: Slice;
  readonly theirs: Slice;
}

/** An attribute that two people have set at once. One's own value stands; null means that it was taken away. */
export interface TwoValues extends Lost {
  readonly kind: 'values';
  /** The instance of the element. */
  readonly id: string;
  readonly element: string;
  readonly attribute: string;
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** A change beside words that was not made. */
export interface LostChange extends Lost {
  readonly kind: 'change';
  /** The place among one's own steps of the one that was dropped; undefined where several made the change. */
  readonly of: number | undefined;
  readonly change:
    | 'division'
    | 'joining'
    | 'structure'
    | 'marking'
    | 'unmarking'
    | 'deletion'
    | 'attributes'
    | 'source';
  /** The element that it was about, where it was about one. */
  readonly element: string | undefined;
  /** The words, values or source that it was about. */
  readonly words: string;
}

/** What became of a change of one's own that met another's: none of it is lost as long as this is kept. */
export type Loss = LostWords | TwoReadings | TwoValues | LostChange;

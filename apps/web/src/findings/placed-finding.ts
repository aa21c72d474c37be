import type { Finding, Renaming } from '@chancery/validation';

/** A change that would settle a finding: of one element of the document, or of a name in its source. */
export type Remedy = AttributeRemedy | Renaming;

/** A change of an attribute of one element of the document. */
interface AttributeRemedy {
  kind: 'attribute';
  /** The instance of the element. */
  id: string;
  name: string;
  /** The attribute's value; `null` removes the attribute. */
  value: string | null;
}

/** A finding with its place in the document that is on the screen. */
export interface PlacedFinding extends Finding {
  /** Tells this finding from the others of one check, and stays the same from check to check while it does. */
  key: string;
  /** The document's positions that it speaks of; absent when it speaks of the header or of the whole. */
  from?: number;
  to?: number;
  /** The finding's `fix` in terms of the document; absent when it changes an attribute in what the text view does not open. */
  remedies?: readonly Remedy[];
  /** Whether the letter did not have it yet when it was opened at the desk. */
  brought?: boolean;
}

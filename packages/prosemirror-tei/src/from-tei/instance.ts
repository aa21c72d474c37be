/** Where one element stood in the source that was opened. Offsets are UTF-16, positions the document's. */
export interface Instance {
  readonly name: string;
  readonly openStart: number;
  readonly openEnd: number;
  /** The same as `openEnd` for an empty-element tag. */
  readonly closeStart: number;
  readonly closeEnd: number;
  /** The position of the node, or -1 for a mark. */
  readonly pos: number;
}

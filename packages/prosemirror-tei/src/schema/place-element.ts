import type { ShapeTable } from './shape-table.js';

/** How an element is held: the name of a node type of the schema, or `mark` for a mark over running text. */
export type Holding =
  | 'container'
  | 'either'
  | 'textblock'
  | 'opaqueBlock'
  | 'inlineEither'
  | 'inlineContainer'
  | 'leaf'
  | 'opaque'
  | 'mark';

/**
 * Where an element stands.
 *
 * - `root`: directly in `TEI` or `teiCorpus`, beside the text.
 * - `blocks`: in an element that holds elements only.
 * - `mixed`: in an element that holds both blocks and running text, which then stands in an anonymous textblock.
 * - `text`: in running text.
 */
export type Surroundings = 'root' | 'blocks' | 'mixed' | 'text';

/** What has to be known of an element's content; asked only where the shape alone does not decide. */
export interface ContentHints {
  /** Nothing at all stands between its tags. */
  readonly empty: boolean;
  /** A direct child is, by its name, a textblock (`p`, `head`, `l`, …). */
  readonly hasTextblock: () => boolean;
}

/**
 * How an element of the TEI namespace is held, by its name and surroundings. Content decides in three cases only: an
 * empty phrase is a leaf, a phrase that holds textblocks is an inline node, and a leaf that is not empty is carried
 * opaque. An element that the table does not know is held like a phrase in running text, and elsewhere in the shape
 * that takes both text and blocks, so that it stays editable.
 */
export function placeElement(
  shapes: ShapeTable,
  name: string,
  surroundings: Surroundings,
  hints: ContentHints,
): Holding {
  const row = shapes(name);
  if (surroundings === 'root') return row?.shape === 'container' ? 'container' : 'opaqueBlock';
  if (surroundings === 'text') return inRunningText(row?.shape, row?.holdsText ?? true, hints);
  switch (row?.shape) {
    case 'container':
    case 'either':
    case 'textblock':
      return row.shape;
    case 'header':
      return 'opaqueBlock';
    case 'leaf':
      return hints.empty ? 'leaf' : 'opaque';
    case 'inline':
      if (surroundings === 'mixed') return row.holdsText ? 'inlineEither' : 'inlineContainer';
      return row.holdsText ? 'either' : 'container';
    case 'phrase':
      if (surroundings === 'mixed') return inRunningText('phrase', true, hints);
      return hints.hasTextblock() ? 'either' : 'textblock';
    default:
      return surroundings === 'mixed' ? inRunningText(undefined, true, hints) : 'either';
  }
}

function inRunningText(shape: string | undefined, holdsText: boolean, hints: ContentHints): Holding {
  switch (shape) {
    case 'container':
      return 'inlineContainer';
    case 'either':
    case 'textblock':
      return 'inlineEither';
    case 'inline':
      return holdsText ? 'inlineEither' : 'inlineContainer';
    case 'header':
      return 'opaque';
    case 'leaf':
      return hints.empty ? 'leaf' : 'opaque';
    default:
      if (hints.empty) return 'leaf';
      return hints.hasTextblock() ? 'inlineEither' : 'mark';
  }
}

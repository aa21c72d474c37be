import type { Node } from 'prosemirror-model';
import { schema } from '../schema/schema.js';
import { type ShapeTable, teiShapes } from '../schema/shape-table.js';
import type { Instance } from './instance.js';
import { sourceElements } from './source-elements.js';
import { TeiReader } from './tei-reader.js';
import type { TokenMap } from './token-map.js';

/** A source as read: the document, its map to the source, and where each instance stood. */
export interface ReadTei {
  readonly source: string;
  readonly doc: Node;
  readonly map: TokenMap;
  readonly instances: ReadonlyMap<string, Instance>;
  /** That of the text: of the root element. */
  readonly namespace: string;
  /** The prefix of the text's namespace with its colon, or empty. */
  readonly prefix: string;
}

/**
 * Reads a well-formed source. Instance ids count the elements in the order of the source, so whoever reads the same
 * source gives the same ids.
 *
 * @throws {NotTei} when the root element is not TEI.
 */
export function readTei(source: string, shapes: ShapeTable = teiShapes): ReadTei {
  const elements = sourceElements(source);
  const reader = new TeiReader(elements, shapes);
  const doc = schema.node('doc', undefined, reader.readRoot());
  const { namespace, prefix } = elements;
  return { source, doc, map: reader.map.finish(), instances: reader.instances, namespace, prefix };
}

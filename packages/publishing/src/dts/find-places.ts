import { type CitableText, type CitableUnit, type CitationTree, DtsRefusal } from './citable-unit.js';

/** Of which part of a text something is asked. */
export interface AskedPlaces {
  readonly ref?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly tree?: string | undefined;
}

/** What a request names, with the tree that it names it in, if the text has one. */
export type FoundPlaces = { readonly tree: CitationTree | undefined } & (
  | { readonly kind: 'whole' }
  | { readonly kind: 'unit'; readonly ref: CitableUnit }
  | { readonly kind: 'range'; readonly start: CitableUnit; readonly end: CitableUnit }
);

/**
 * Looks up what a request names (DTS 1.0, “Navigation Endpoint”, “Errors”, and “Document Endpoint”, “Errors”).
 *
 * @throws {DtsRefusal} 400 where the names do not go together, 404 where one is not there
 */
export function findPlaces({ trees }: CitableText, { ref, start, end, tree }: AskedPlaces): FoundPlaces {
  if (ref !== undefined && (start !== undefined || end !== undefined))
    throw new DtsRefusal(400, 'Ask for “ref”, or for “start” and “end”, not for both.');
  if ((start === undefined) !== (end === undefined))
    throw new DtsRefusal(400, 'A passage has both a “start” and an “end”.');
  const asked = trees.find(({ identifier }) => identifier === tree);
  if (tree !== undefined && !asked) throw new DtsRefusal(404, `The document has no citation tree “${tree}”.`);
  const unit = (name: string): CitableUnit => {
    const found = asked?.units.find(({ identifier }) => identifier === name);
    if (!found)
      throw new DtsRefusal(
        404,
        `The document has no “${name}”${tree === undefined ? '' : ` in its citation tree “${tree}”`}.`,
      );
    return found;
  };
  if (ref !== undefined) return { kind: 'unit', tree: asked, ref: unit(ref) };
  if (start === undefined || end === undefined) return { kind: 'whole', tree: asked };
  const range = { kind: 'range', tree: asked, start: unit(start), end: unit(end) } as const;
  if (range.end.start < range.start.start) throw new DtsRefusal(400, 'The end stands before the start.');
  return range;
}

import { readNotes } from '@chancery/tei';
import { parseTree } from '@chancery/xml';

/**
 * A file as it prints: a note that was approved and then written anew stands in the wording that was approved, until the new
 * one is. Notes that nobody has ever approved stand as they are.
 *
 * @param approved the approved wordings of the file's notes, by their ids
 */
export function withApprovedNotes(
  source: string,
  approved: ReadonlyMap<string, string>,
): { readonly source: string; readonly older: number } {
  let printed = source;
  let older = 0;
  // From the end, so that what stands before keeps its place; a note within another is printed with that.
  let before = source.length;
  for (const { id, wording, start, end } of readNotes(parseTree(source), source).toReversed()) {
    const stands = approved.get(id);
    if (stands === undefined || stands === wording || end > before) continue;
    printed = printed.slice(0, start) + stands + printed.slice(end);
    before = start;
    older += 1;
  }
  return { source: printed, older };
}

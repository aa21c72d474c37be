import { within } from '@chancery/tei';
import { attributeValue, lineAndColumn, parseTree } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import type { PublishWarning } from '../publish-report.js';

/**
 * What is told of the endnotes that no document calls, and where in the volume each stands.
 *
 * @param ids their `xml:id`s
 */
export function neverCalled({ path, source }: TeiFile, ids: readonly string[]): PublishWarning[] {
  if (ids.length === 0) return [];
  const elements = new Map(
    [...within(parseTree(source))].map((each) => [attributeValue(each, 'xml:id'), each]),
  );
  return ids.map((id) => {
    const note = elements.get(id);
    return {
      code: 'note-never-called',
      file: path,
      message: `No document calls the note “${id}”. Call it, or remove it.`,
      ...(note && lineAndColumn(source, note.start)),
    };
  });
}

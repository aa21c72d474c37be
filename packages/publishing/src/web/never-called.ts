import { attributeValue, lineAndColumn, parseTree, type XmlElement } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import type { PublishWarning } from '../publish-report.js';

/** What is told of an end note that no document calls, and where in the volume it stands. */
export function neverCalled({ path, source }: TeiFile, id: string): PublishWarning {
  const note = elementNamed(parseTree(source), id);
  return {
    code: 'note-never-called',
    file: path,
    message: `No document calls the note “${id}”. Call it, or remove it.`,
    ...(note && lineAndColumn(source, note.start)),
  };
}

function elementNamed(element: XmlElement, id: string): XmlElement | undefined {
  if (attributeValue(element, 'xml:id') === id) return element;
  for (const child of element.children) {
    const found = child.type === 'element' ? elementNamed(child, id) : undefined;
    if (found) return found;
  }
  return undefined;
}

import { noteSeries } from '@chancery/tei';
import type { Fragment, Node } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { likeXmlId, renamedIn, renamedInSource, withAttributes, xmlIdsIn } from '../commands/xml-ids.js';
import { attributeOf, elementOf } from '../places/tei-node.js';
import { schema } from '../schema/schema.js';
import { changedRegion } from '../to-tei/changed-region.js';

/** A note where it stands in the document of its file. */
export interface NoteInDoc {
  readonly pos: number;
  readonly node: Node;
}

/**
 * Finds a note of a file's text: by its `xml:id`, or one without by its place among all notes of the text, from 1: `@2`. The same
 * names as `readNotes` of @chancery/tei gives.
 */
export function noteInDoc(doc: Node, id: string): NoteInDoc | undefined {
  for (const [pos, name] of noteNames(doc)) {
    const node = name === id ? doc.nodeAt(pos) : null;
    if (node) return { pos, node };
  }
  return undefined;
}

/** The names of the notes of a file's text, by their positions. */
export function noteNames(doc: Node): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  doc.descendants((node, pos) => {
    if (elementOf(node) === 'teiHeader') return false;
    if (isNote(node)) names.set(pos, attributeOf(node, 'xml:id') || `@${names.size + 1}`);
    return true;
  });
  return names;
}

/**
 * A content with which a note can stand in its file: an `xml:id` that something else of the file bears becomes a new one, and what
 * points to it within the note follows it.
 */
function settledInNote(doc: Node, { pos }: NoteInDoc, content: Fragment): Fragment {
  const taken = xmlIdsIn(doc, pos);
  const own = xmlIdsIn(schema.node('doc').copy(content));
  const doubled = [...own].filter((id) => taken.has(id));
  if (doubled.length === 0) return content;
  for (const id of own) taken.add(id);
  const renamed = new Map(doubled.map((id) => [id, likeXmlId(id, taken)]));
  return withAttributes(content, {
    held: (held) => ({ ...held.attrs, attrs: renamedIn(held, renamed) }),
    source: (source) => renamedInSource(source, renamed),
    text: (text) => text,
  });
}

/** The step that gives a note another content; undefined where it has that already. */
export function rewriteNote(doc: Node, { pos, node }: NoteInDoc, content: Fragment): Step | undefined {
  const written = node.copy(settledInNote(doc, { pos, node }, content));
  const region = changedRegion(node, written);
  if (!region) return undefined;
  const start = pos + 1;
  const slice = written.slice(region.from, region.newTo);
  const step = new ReplaceStep(start + region.from, start + region.oldTo, slice);
  // Where the ends of the change lie at different depths the whole content is put in the place of the other.
  return step.apply(doc).doc?.nodeAt(pos)?.eq(written)
    ? step
    : new ReplaceStep(start, start + node.content.size, written.slice(0, content.size));
}

function isNote(node: Node): boolean {
  return elementOf(node) === 'note' && noteSeries.some((series) => series === attributeOf(node, 'type'));
}

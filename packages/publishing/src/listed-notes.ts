import {
  attributeValue,
  childElements,
  escapeAttribute,
  escapeText,
  parseTree,
  type XmlElement,
} from '@chancery/xml';

/** A change of the source: what stands between two places of it is written otherwise. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A document whose own notes stand together in a division, to which pointers lead from the text (TEI Guidelines, 3.9.1), as
 * it prints: the notes as a list under their figures, and each pointer as the figure of its note. The figure is what the note
 * bears as `@n`, else what its pointer does, else its place in the list. Lines stay as they are.
 */
export function withListedNotes(source: string): string {
  if (!source.includes('target="#') && !source.includes("target='#")) return source;
  const tei = parseTree(source);
  const pointers = pointersIn(tei);
  if (pointers.size === 0) return source;
  const edits = divisionsOfNotes(tei).flatMap((notes): Edit[] => {
    const ids = notes.map((note) => attributeValue(note, 'xml:id') ?? '');
    if (!ids.some((id) => pointers.has(id))) return [];
    return notes.flatMap((note, index): Edit[] => {
      const calls = pointers.get(ids[index] ?? '') ?? [];
      const [first] = calls;
      const figure = attributeValue(note, 'n') ?? (first && attributeValue(first, 'n')) ?? String(index + 1);
      const around = { open: index === 0, close: index === notes.length - 1 };
      return [
        ...asItem(note, source, figure, around),
        ...calls.map((call) => asFigure(call, source, figure)),
      ];
    });
  });
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: now }) => text.slice(0, start) + now + text.slice(end), source);
}

/** The pointers without words that lead to a place in the document itself, by its identifier. */
function pointersIn(tei: XmlElement): ReadonlyMap<string, readonly XmlElement[]> {
  const found = new Map<string, XmlElement[]>();
  const visit = (element: XmlElement): void => {
    const target = attributeValue(element, 'target')?.trim() ?? '';
    if (
      element.localName === 'ptr' &&
      target.startsWith('#') &&
      attributeValue(element, 'type') !== 'endnote'
    )
      found.set(target.slice(1), [...(found.get(target.slice(1)) ?? []), element]);
    childElements(element).forEach(visit);
  };
  visit(tei);
  return found;
}

/** The notes of each division that has nothing else below its heading. */
function divisionsOfNotes(element: XmlElement): XmlElement[][] {
  const children = childElements(element);
  const notes = children.filter(({ localName }) => localName === 'note');
  const isOfNotes =
    element.localName === 'div' &&
    notes.length > 0 &&
    children.every(({ localName }) => localName === 'note' || localName === 'head');
  return isOfNotes ? [notes] : children.flatMap(divisionsOfNotes);
}

function asItem(
  note: XmlElement,
  source: string,
  figure: string,
  { open, close }: { readonly open: boolean; readonly close: boolean },
): Edit[] {
  const { start, end, name, contentStart, contentEnd } = note;
  const prefix = name.slice(0, -'note'.length);
  const label = beginsWith(note, figure) ? '' : `<${prefix}label>${escapeText(figure)}</${prefix}label>`;
  const list = open ? `<${prefix}list type="notes">` : '';
  const listEnd = close ? `</${prefix}list>` : '';
  const isEmpty = contentStart === end;
  return [
    { start, end: start + 1 + name.length, text: `${list}${label}<${prefix}item` },
    isEmpty
      ? { start: end, end, text: listEnd }
      : {
          start: contentEnd,
          end,
          text: `</${prefix}item${source.slice(contentEnd + 2 + name.length, end)}${listEnd}`,
        },
  ];
}

function asFigure({ start, end, name, attributes }: XmlElement, source: string, figure: string): Edit {
  const prefix = name.slice(0, -'ptr'.length);
  const target = attributes.find((each) => each.name === 'target')?.value.trim() ?? '';
  const words = `<${prefix}hi rend="superscript">${escapeText(figure)}</${prefix}hi>`;
  const lines = source.slice(start, end).replace(/[^\n]+/g, '') || ' ';
  const text = `<${prefix}ref type="listed-note"${lines}target="${escapeAttribute(target)}">${words}</${prefix}ref>`;
  return { start, end, text };
}

/** Whether a note says its figure itself. */
function beginsWith(note: XmlElement, figure: string): boolean {
  const words = textOf(note).trim();
  return words.startsWith(figure) && !/^[\p{L}\p{N}]/u.test(words.slice(figure.length));
}

function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (child.type === 'element' ? textOf(child) : child.type === 'text' ? child.value : ''))
    .join('');
}

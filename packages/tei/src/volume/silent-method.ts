import type { XmlElement } from '@chancery/xml';
import { at, attribute } from '../header/element-tree.js';
import { readingText } from '../header/reading-text.js';
import { insertion, type NewElement, removal } from '../header/write/element-patch.js';
import { putInto } from '../header/write/header-part.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { textPatch } from '../header/write/text-patch.js';

/** `normalization[@method='silent']`, which states what is corrected without a mark (TEI Guidelines, 2.3.3). */
function silentStatement(tei: XmlElement): XmlElement | undefined {
  return at(tei, 'teiHeader', 'encodingDesc', 'editorialDecl', 'normalization').find(
    (each) => attribute(each, 'method') === 'silent',
  );
}

/** The paragraphs of the statement of method that the desk keeps. */
export function readSilentMethod(tei: XmlElement): string[] {
  const statement = silentStatement(tei);
  return statement ? at(statement, 'p').map(readingText) : [];
}

/** The patches that state the method otherwise: paragraphs that stay as they are keep what is marked in them. */
export function silentMethodPatches(
  source: string,
  tei: XmlElement,
  paragraphs: readonly string[],
): SourcePatch[] {
  const statement = silentStatement(tei);
  const written = paragraphs.map((content): NewElement => ({ name: 'p', content }));
  if (!statement) {
    if (written.length === 0) return [];
    const element = { name: 'normalization', attributes: { method: 'silent' }, content: written };
    const declaration = at(tei, 'teiHeader', 'encodingDesc', 'editorialDecl')[0];
    if (declaration) return [insertion(source, declaration, element)];
    return [putInto(source, tei, ['encodingDesc', 'editorialDecl'], element)];
  }
  if (written.length === 0) return [removal(source, statement)];
  const there = at(statement, 'p');
  const patches = there.flatMap((element, index) => {
    const words = paragraphs[index];
    if (words === undefined) return [removal(source, element)];
    return words === readingText(element) ? [] : textPatch(source, element, words);
  });
  const texts = written.slice(there.length).map((element) => insertion(source, statement, element));
  const [first] = texts;
  return first ? [...patches, { ...first, text: texts.map(({ text }) => text).join('') }] : patches;
}

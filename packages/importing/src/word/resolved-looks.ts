import { childElements, type XmlElement } from '@chancery/xml';
import type { PartTree } from '../written/open-package.js';
import type { Look } from '../written/written-document.js';
import { isWord, lookOf, type WordStyles, wordAttribute, wordChild } from './word-styles.js';

/** The style that {@link withResolvedLooks} gives to letterspaced runs. */
export const spacedStyle = 'chancery-spaced';

/**
 * A part with the looks of every run written at the run itself. mammoth reads what stands at a run and not what its styles say, and
 * passes over letterspacing, which it is told of by a style.
 */
export function withResolvedLooks({ text, root }: PartTree, styles: WordStyles): string {
  const patches: { start: number; end: number; text: string }[] = [];
  const visit = (element: XmlElement, inherited: Look): void => {
    const ofParagraph = isWord(element, 'p') ? lookOfParagraph(element, styles) : inherited;
    for (const child of childElements(element)) {
      if (isWord(child, 'r')) patches.push(patchOf(child, ofParagraph, styles));
      visit(child, ofParagraph);
    }
  };
  visit(root, {});
  let out = '';
  let at = 0;
  for (const patch of patches.sort((one, other) => one.start - other.start)) {
    out += text.slice(at, patch.start) + patch.text;
    at = patch.end;
  }
  return out + text.slice(at);
}

/** A heading is set apart as such; its letters are not told to be bold besides. */
function lookOfParagraph(paragraph: XmlElement, styles: WordStyles): Look {
  const style = wordAttribute(wordChild(wordChild(paragraph, 'pPr'), 'pStyle'), 'val');
  return styles.level(style) > 0 ? {} : styles.look(style);
}

function patchOf(
  run: XmlElement,
  ofParagraph: Look,
  styles: WordStyles,
): { start: number; end: number; text: string } {
  const properties = wordChild(run, 'rPr');
  const style = wordAttribute(wordChild(properties, 'rStyle'), 'val');
  const look: Look = { ...ofParagraph, ...styles.look(style), ...lookOf(properties) };
  const prefix = run.name.slice(0, -run.localName.length);
  const element = (name: string, value: string) => `<${prefix}${name} ${prefix || 'w:'}val="${value}"/>`;
  const written = [
    look.spaced ? element('rStyle', spacedStyle) : '',
    look.italic ? element('i', 'true') : '',
    look.bold ? element('b', 'true') : '',
    look.smallCaps ? element('smallCaps', 'true') : '',
    look.struck ? element('strike', 'true') : '',
    look.underlined ? element('u', 'single') : '',
    look.raised ? element('vertAlign', 'superscript') : look.lowered ? element('vertAlign', 'subscript') : '',
  ].join('');
  const at = properties ?? { start: run.contentStart, end: run.contentStart };
  // A run without content needs no look.
  const isEmpty = run.contentStart === run.end;
  return {
    start: at.start,
    end: at.end,
    text: isEmpty ? '' : `<${prefix}rPr>${written}</${prefix}rPr>`,
  };
}

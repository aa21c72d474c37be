import { attributeValue, childElements, type XmlElement } from '@chancery/xml';
import { type DocumentPackage, partTree } from '../written/open-package.js';
import type { LeftOut } from '../written/written-document.js';
import { isWord, wordAttribute } from './word-styles.js';

/** What stands in a part and is no text of it. */
export interface WordTexts {
  /** Stretches of text, as often as they stand in it. */
  readonly read: readonly string[];
  readonly deleted: readonly { readonly words: string; readonly author: string | undefined }[];
}

/** The text of a part, apart from what was deleted while changes were tracked (`w:del`, `w:moveFrom`). */
export function textsOf(root: XmlElement): WordTexts {
  const read: string[] = [];
  const deleted: { words: string; author: string | undefined }[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of childElements(element)) {
      if (isWord(child, 'del') || isWord(child, 'moveFrom')) {
        const words = wordsIn(child);
        if (words !== '' && isWord(child, 'del'))
          deleted.push({ words, author: wordAttribute(child, 'author') });
      } else if (isWord(child, 't')) read.push(ownText(child));
      // Of the two forms of a drawing the one for older programs is read.
      else if (child.localName !== 'Choice' || !hasFallback(element)) visit(child);
    }
  };
  visit(root);
  return { read, deleted };
}

function hasFallback(alternate: XmlElement): boolean {
  return childElements(alternate).some(({ localName }) => localName === 'Fallback');
}

function wordsIn(element: XmlElement): string {
  if (isWord(element, 't') || isWord(element, 'delText')) return ownText(element);
  return childElements(element).map(wordsIn).join('');
}

function ownText(element: XmlElement): string {
  return element.children.map((child) => ('value' in child ? child.value : '')).join('');
}

/** What of a Word document is not in the text that was read: found in its parts, and by comparing their text with it. */
export function wordLeftOut(
  unpacked: DocumentPackage,
  texts: readonly WordTexts[],
  taken: ReadonlyMap<string, number>,
  warnings: readonly string[],
): LeftOut[] {
  return [
    ...texts
      .flatMap(({ deleted }) => deleted)
      .map(
        ({ words, author }): LeftOut => ({
          code: 'deletion',
          message: `Words that ${author ?? 'somebody'} deleted while changes were tracked are not taken over: “${words}”.`,
        }),
      ),
    ...runningHeads(unpacked),
    ...pointingOutside(unpacked),
    ...missed(
      texts.flatMap(({ read }) => read),
      taken,
    ),
    ...warnings.flatMap((warning): LeftOut[] => {
      const [, element] = /^An unrecognised element was ignored: (.+)$/.exec(warning) ?? [];
      return element === undefined
        ? []
        : [
            {
              code: 'words',
              message: `A part of the document of the kind ${element} has no place in the text.`,
            },
          ];
    }),
  ];
}

function runningHeads(unpacked: DocumentPackage): LeftOut[] {
  const names = [...unpacked.parts.keys()].filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name));
  const heads = names.flatMap((name) => {
    const root = partTree(unpacked, name)?.root;
    const words = root === undefined ? '' : textsOf(root).read.join('').trim();
    return words === '' ? [] : [words];
  });
  return [...new Set(heads)].map((words) => ({
    code: 'running-head',
    message: `What stands at the head or foot of every page is not taken over: “${words}”.`,
  }));
}

/** Pictures, templates and documents that stand elsewhere. Links are told of where they stand. */
function pointingOutside(unpacked: DocumentPackage): LeftOut[] {
  const names = [...unpacked.parts.keys()].filter((name) => /^word\/_rels\/.+\.rels$/.test(name));
  return names.flatMap((name) => {
    const root = partTree(unpacked, name)?.root;
    return (root ? childElements(root) : []).flatMap((relationship): LeftOut[] => {
      const type = attributeValue(relationship, 'Type') ?? '';
      if (attributeValue(relationship, 'TargetMode') !== 'External' || type.endsWith('/hyperlink')) return [];
      const target = attributeValue(relationship, 'Target') ?? '';
      return [
        {
          code: 'outside',
          message: `The document points to something outside itself (${type.split('/').at(-1)}: ${target}), which was not fetched.`,
        },
      ];
    });
  });
}

/** Text that stands in the parts more often than it was read. */
function missed(read: readonly string[], taken: ReadonlyMap<string, number>): LeftOut[] {
  const left = new Map(taken);
  const words = read.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0 && text.trim() !== '';
  });
  return words.length === 0
    ? []
    : [
        {
          code: 'words',
          message: `These words stand where no text is read from, as in notes that nothing calls: “${words.join('” “')}”.`,
        },
      ];
}

import { childElements, type XmlElement } from '@chancery/xml';
import type { Look } from '../written/written-document.js';

/** The namespaces of WordprocessingML: transitional and strict (ISO/IEC 29500-1, 17 and -4). */
const wordNamespaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

export function isWord(element: XmlElement, localName: string): boolean {
  return element.localName === localName && wordNamespaces.has(element.namespace);
}

export function wordChild(element: XmlElement | undefined, localName: string): XmlElement | undefined {
  return element && childElements(element).find((child) => isWord(child, localName));
}

/** The value of an attribute of WordprocessingML, whatever prefix it is written with. */
export function wordAttribute(element: XmlElement | undefined, localName: string): string | undefined {
  return element?.attributes.find(
    (each) => each.localName === localName && wordNamespaces.has(each.namespace),
  )?.value;
}

/** As much more between letters is letterspacing: a point, in twentieths of one (`w:spacing`). */
const letterspaced = 20;

/** What run properties (`w:rPr`) say; a look that is switched off is false, one they do not speak of is wanting. */
export function lookOf(properties: XmlElement | undefined): Look {
  if (!properties) return {};
  const isOn = (name: string): boolean | undefined => {
    const element = wordChild(properties, name);
    if (!element) return undefined;
    return !['false', '0', 'off', 'none'].includes(wordAttribute(element, 'val') ?? 'true');
  };
  const spacing = wordAttribute(wordChild(properties, 'spacing'), 'val');
  const raising = wordAttribute(wordChild(properties, 'vertAlign'), 'val');
  return onlyKnown({
    italic: isOn('i'),
    bold: isOn('b'),
    smallCaps: isOn('smallCaps'),
    underlined: isOn('u'),
    struck: isOn('strike'),
    spaced: spacing === undefined ? undefined : Number(spacing) >= letterspaced,
    raised: raising === undefined ? undefined : raising === 'superscript',
    lowered: raising === undefined ? undefined : raising === 'subscript',
  });
}

function onlyKnown(look: Readonly<Record<keyof Look, boolean | undefined>>): Look {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
}

interface WordStyle {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly look: Look;
  readonly outline: number | undefined;
}

/** The styles of a document (`word/styles.xml`), each with what it takes over from the one that it is based on. */
export class WordStyles {
  readonly #styles = new Map<string, WordStyle>();

  constructor(root: XmlElement | undefined) {
    for (const style of root ? childElements(root) : []) {
      const id = wordAttribute(style, 'styleId');
      if (!isWord(style, 'style') || id === undefined) continue;
      const outline = wordAttribute(wordChild(wordChild(style, 'pPr'), 'outlineLvl'), 'val');
      this.#styles.set(id, {
        name: wordAttribute(wordChild(style, 'name'), 'val') ?? '',
        basedOn: wordAttribute(wordChild(style, 'basedOn'), 'val'),
        look: lookOf(wordChild(style, 'rPr')),
        outline: outline === undefined ? undefined : Number(outline),
      });
    }
  }

  look(id: string | undefined): Look {
    return Object.assign({}, ...this.#line(id).map(({ look }) => look));
  }

  /** The level of a heading, 1 to 9; 0 for what is none. */
  level(id: string | undefined): number {
    const line = this.#line(id);
    const outline = line.findLast((style) => style.outline !== undefined)?.outline;
    if (outline !== undefined) return outline < 9 ? outline + 1 : 0;
    const named = line.map(({ name }) => /^heading (\d)$/i.exec(name)?.[1]).findLast(Boolean);
    return named === undefined ? 0 : Number(named);
  }

  /** A style behind those that it is based on. */
  #line(id: string | undefined): WordStyle[] {
    const line: WordStyle[] = [];
    for (let at = id; at !== undefined; ) {
      const style = this.#styles.get(at);
      if (!style || line.includes(style)) break;
      line.unshift(style);
      at = style.basedOn;
    }
    return line;
  }
}

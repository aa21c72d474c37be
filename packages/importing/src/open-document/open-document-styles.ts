import { childElements, type XmlElement } from '@chancery/xml';
import type { Look } from '../written/written-document.js';

/** The namespaces of OpenDocument 1.3 (part 3, 1.4) that are read here, by their usual prefixes. */
const namespaces = {
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  xlink: 'http://www.w3.org/1999/xlink',
  dc: 'http://purl.org/dc/elements/1.1/',
} as const;

const prefixes = new Map<string, string>(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]));

/** The name of an element with its usual prefix, whatever it is written with: `text:p`. */
export function odfName(element: XmlElement): string {
  return `${prefixes.get(element.namespace) ?? '?'}:${element.localName}`;
}

/** The value of an attribute, by its name with the usual prefix. */
export function odfAttribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.find(
    (each) => `${prefixes.get(each.namespace) ?? '?'}:${each.localName}` === name,
  )?.value;
}

export function odfChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && childElements(element).find((child) => odfName(child) === name);
}

interface OdfStyle {
  readonly parent: string | undefined;
  readonly look: Look;
  readonly breaksBefore: boolean | undefined;
}

/** As much more between letters is letterspacing: a point (`fo:letter-spacing`). */
const letterspaced = 1;
const points: Readonly<Record<string, number>> = {
  pt: 1,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  pc: 12,
  px: 0.75,
};

function lookOf(properties: XmlElement | undefined): Look {
  const value = (name: string) => odfAttribute(properties, name);
  const is = (name: string, off: readonly string[]): boolean | undefined => {
    const found = value(name);
    return found === undefined ? undefined : !off.includes(found);
  };
  const weight = value('fo:font-weight');
  const [, size, unit] = /^(-?[\d.]+)(\w+)$/.exec(value('fo:letter-spacing') ?? '') ?? [];
  const position = value('style:text-position')?.split(/\s+/)[0];
  const height = position === undefined ? undefined : Number.parseFloat(position);
  const look = {
    italic: is('fo:font-style', ['normal']),
    bold: weight === undefined ? undefined : weight === 'bold' || Number(weight) >= 600,
    smallCaps: is('fo:font-variant', ['normal']),
    underlined: is('style:text-underline-style', ['none']),
    struck: is('style:text-line-through-style', ['none']),
    spaced: size === undefined ? undefined : Number(size) * (points[unit ?? ''] ?? 0) >= letterspaced,
    raised: position === undefined ? undefined : position === 'super' || (height ?? 0) > 0,
    lowered: position === undefined ? undefined : position === 'sub' || (height ?? 0) < 0,
  };
  return Object.fromEntries(Object.entries(look).filter(([, each]) => each !== undefined));
}

/** The styles of a document, those of `styles.xml` and those of its own content, each with what it takes over from its parent. */
export class OpenDocumentStyles {
  readonly #styles = new Map<string, OdfStyle>();

  constructor(roots: readonly XmlElement[]) {
    const groups = roots
      .flatMap(childElements)
      .filter((each) => ['office:styles', 'office:automatic-styles'].includes(odfName(each)));
    for (const style of groups.flatMap(childElements)) {
      if (odfName(style) !== 'style:style') continue;
      const paragraph = odfChild(style, 'style:paragraph-properties');
      const before = odfAttribute(paragraph, 'fo:break-before');
      this.#styles.set(key(odfAttribute(style, 'style:family'), odfAttribute(style, 'style:name')), {
        parent: odfAttribute(style, 'style:parent-style-name'),
        look: lookOf(odfChild(style, 'style:text-properties')),
        breaksBefore: before === undefined ? undefined : before === 'page',
      });
    }
  }

  look(family: 'text' | 'paragraph', name: string | undefined): Look {
    return Object.assign({}, ...this.#line(family, name).map(({ look }) => look));
  }

  breaksBefore(name: string | undefined): boolean {
    return (
      this.#line('paragraph', name).findLast((each) => each.breaksBefore !== undefined)?.breaksBefore ?? false
    );
  }

  /** A style behind those that it is derived from. */
  #line(family: string, name: string | undefined): OdfStyle[] {
    const line: OdfStyle[] = [];
    for (let at = name; at !== undefined; ) {
      const style = this.#styles.get(key(family, at));
      if (!style || line.includes(style)) break;
      line.unshift(style);
      at = style.parent;
    }
    return line;
  }
}

function key(family: string | undefined, name: string | undefined): string {
  return `${family}/${name}`;
}

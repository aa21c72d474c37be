import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { readingText } from '../header/reading-text.js';

/** A picture that stands in the running text (TEI Guidelines, 14.4 Specific Elements for Graphic Images). */
export interface Figure {
  /** As it is written: an address, or a name within the edition. */
  readonly url: string;
  /** What it shows, in words: its own `desc`, the `figDesc` of its `figure`, or else its caption. */
  readonly description?: string | undefined;
  /** The offset of its `graphic`. */
  readonly start: number;
}

/** The pictures in the text of a file, in its order. */
export function readFigures(tei: XmlElement): Figure[] {
  return at(tei, 'text').flatMap((text) =>
    [...within(text)].flatMap((graphic) => {
      const url = graphic.localName === 'graphic' ? attribute(graphic, 'url') : undefined;
      if (url === undefined) return [];
      const figure = graphic.parent?.localName === 'figure' ? graphic.parent : undefined;
      const said = [...at(graphic, 'desc'), ...at(figure, 'figDesc'), ...at(figure, 'head')];
      return [{ url, description: said.map(readingText).find(Boolean), start: graphic.start }];
    }),
  );
}

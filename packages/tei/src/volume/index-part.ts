import { escapeAttribute, escapeText } from '@chancery/xml';

/** A document, or a part of the volume, that an index leads to. */
export interface IndexPlace {
  /** What readers call it: “No. 2”, “Foreword”. */
  readonly words: string;
  /** The number of a document as it prints, without “No.”. */
  readonly number?: string | undefined;
  /** Its file from the volume's, or a part of the volume as `#foreword`; behind a further `#` the place of the name. */
  readonly target: string;
}

/** What an index says of one who is named. */
export interface IndexEntry {
  readonly id: string;
  /** The name as an index has it: “Attlee, Clement R.”. */
  readonly heading: string;
  /** Dates and description, as the register gives them. */
  readonly note?: string | undefined;
  /** Where the name stands, each document once. */
  readonly named: readonly IndexPlace[];
  /** The documents that are from them, and those that are to them. */
  readonly from: readonly IndexPlace[];
  readonly to: readonly IndexPlace[];
}

/**
 * The list of an index: of each entry its heading, what is said of it, and references to the documents. See TEI Guidelines,
 * 3.9.2 Index Entries.
 *
 * @param prefix of the elements' names, with its colon
 */
export function indexList(entries: readonly IndexEntry[], prefix: string): string {
  const wrap = (
    name: string,
    content: string,
    attributes: Readonly<Record<string, string | undefined>> = {},
  ) => {
    const given = Object.entries(attributes).map(([key, value]) =>
      value === undefined ? '' : ` ${key}="${escapeAttribute(value)}"`,
    );
    return `<${prefix}${name}${given.join('')}>${content}</${prefix}${name}>`;
  };
  const places = (type: 'named' | 'from' | 'to', all: readonly IndexPlace[]) =>
    all
      .map(({ words, number, target }) => wrap('ref', escapeText(words), { type, n: number, target }))
      .join('');
  const items = entries.map(({ id, heading, note, named, from, to }) =>
    wrap(
      'item',
      wrap('term', escapeText(heading), { ref: `#${id}` }) +
        (note === undefined ? '' : wrap('gloss', escapeText(note))) +
        places('named', named) +
        places('from', from) +
        places('to', to),
    ),
  );
  return wrap('list', items.join(''), { type: 'index' });
}

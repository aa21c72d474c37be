/** A textblock of a letter, as the gutter needs to know it. */
export interface BlockPlace {
  /** The element's name; empty for bare text in a container. */
  name: string;
  /** Its `type`; empty when it has none. */
  type: string;
  /** The names of the elements around it, innermost first. */
  around: readonly string[];
  /** Its count among the paragraphs of its division, from 1; for `p` only. */
  paragraph?: number;
}

const heads: Record<string, string> = { number: 'number', title: 'title' };

const parts: Record<string, string> = {
  main: 'title',
  sub: 'subtitle',
  volume: 'volume',
  desc: 'description',
  dates: 'dates',
};

/**
 * What a block is called in the gutter: “salutation”, “signature”, the number of a paragraph. Empty for blocks that
 * say themselves what they are.
 */
export function gutterName({ name, type, around, paragraph }: BlockPlace): string {
  switch (name) {
    case 'head':
      return heads[type] ?? 'heading';
    case 'p':
      return paragraph === undefined ? '' : String(paragraph);
    case 'dateline':
      return around.includes('closer') ? 'dateline' : 'date line';
    case 'salute':
      return around.includes('closer') ? 'closer' : 'salutation';
    case 'signed':
      return 'signature';
    case 'opener':
    case 'closer':
    case 'postscript':
      return name;
    case 'byline':
      return 'byline';
    case 'titlePart':
      return parts[type] ?? 'title';
    case 'docImprint':
      return 'imprint';
    case '':
      return around[0] === 'opener' || around[0] === 'closer' ? around[0] : '';
    default:
      return '';
  }
}

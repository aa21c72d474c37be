/** An element around words, or of a block: its name and attributes. What it is called is not this package's to know. */
export interface Markup {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
}

/** Text under the same elements, outermost first; or a thing in the text, by the words that stand for it. */
export interface Run {
  readonly text: string;
  readonly markup: readonly Markup[];
  readonly object?: boolean;
}

/** A block of a reading text: a paragraph, a heading, a footnote. */
export interface ReadingBlock {
  /** By which the block is known again in another state of the text, while it lasts. */
  readonly id: string;
  /** What people call it: “paragraph 2”. */
  readonly label: string;
  /** The elements that it is and stands in, outermost first. */
  readonly markup: readonly Markup[];
  readonly runs: readonly Run[];
}

/** Whether two say the same of the text. */
export function sameMarkup(one: readonly Markup[], other: readonly Markup[]): boolean {
  return (
    one.length === other.length && one.every((each, index) => keyOfMarkup(each) === keyOfMarkup(other[index]))
  );
}

function keyOfMarkup(markup: Markup | undefined): string {
  if (!markup) return '';
  const names = Object.keys(markup.attrs).sort();
  return `${markup.name} ${names.map((name) => `${name}=${JSON.stringify(markup.attrs[name])}`).join(' ')}`;
}

/** What a line begins with that says which file follows, as ECMA-48 (8.3.36, information separator four) has it. No word of a text holds it. */
export const fileSeparator = '\u001C';

/** How a character of the source is set apart from its neighbours. The names are values of `@rend` at `hi`. */
export const style = {
  plain: 0,
  italic: 1,
  bold: 2,
  smallcaps: 4,
  spaced: 8,
  underline: 16,
  superscript: 32,
  subscript: 64,
} as const;

/** Those that asterisks say. */
export const emphasized = style.italic + style.bold;

const { plain: _plain, italic: _italic, bold: _bold, ...spans } = style;

/** Those that a bracketed span says, by the name that it has there: `[Kerr]{.smallcaps}`, as Pandoc writes it. */
export const spanStyles: ReadonlyMap<string, number> = new Map(Object.entries(spans));

/**
 * A line of the source, with its words free of the signs of Markdown.
 *
 * Offsets count UTF-16 units of the whole source. What stands between `start` and `end` and is in no `at` is a sign, or
 * white space at the borders of the line.
 */
export interface SourceLine {
  /** Counted from 1. */
  readonly number: number;
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  /** `rule` is a line drawn across the page (`---`); `file` says that another file begins, whose name is its `plain`. */
  readonly kind: 'text' | 'blank' | 'rule' | 'file';
  /** The line begins with a form feed. */
  readonly isNewPage: boolean;
  /** The level of a heading of Markdown; 0 for none. */
  readonly level: number;
  /** How many columns of white space it begins with. */
  readonly indent: number;
  /** It ends with two spaces or a backslash, which keeps its line end. */
  readonly isHardBreak: boolean;
  /** The words. */
  readonly plain: string;
  /** For each unit of `plain` its offset in the source. */
  readonly at: Int32Array;
  /** For each unit of `plain` its {@link style}s, added up. */
  readonly styles: Uint8Array;
}

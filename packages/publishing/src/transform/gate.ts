import { checkWellFormed, lex } from '@chancery/xml';

/** A document cannot be read: not well-formed, or beyond the limits that guard against bombs. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  /** A code of `checkWellFormed` in \@chancery/xml. */
  readonly code: string;
  /** What to do about it, in plain words. */
  readonly advice: string;
  readonly line: number;
  readonly column: number;

  constructor(code: string, message: string, advice: string, line: number, column: number) {
    super(message);
    this.code = code;
    this.advice = advice;
    this.line = line;
    this.column = column;
  }
}

const predefined = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/**
 * Lets a document through to SaxonJS's parser with nothing in it that would be fetched or expanded: the DOCTYPE is
 * taken out, and a reference to a declared entity stays in the text as it is written, `&copy;`. That parser does not see
 * the end of a processing instruction whose last sign is a question mark, which is given a space behind it.
 *
 * @throws {SourceError}
 */
export function gate(text: string): string {
  const fault = checkWellFormed(text);
  if (fault) throw new SourceError(fault.code, fault.message, fault.advice, fault.line, fault.column);
  if (!text.includes('<!DOCTYPE') && !text.includes('??>')) return text;
  return lex(text)
    .map(({ kind, start, end }) => {
      const token = text.slice(start, end);
      if (kind === 'doctype') return '';
      if (kind === 'pi') return token.replace(/\?\?>$/, '? ?>');
      if (kind !== 'text' && kind !== 'open' && kind !== 'empty') return token;
      return token.replace(/&([^#;&\s][^;&\s]*);/g, (reference, name: string) =>
        predefined.has(name) ? reference : `&amp;${name};`,
      );
    })
    .join('');
}

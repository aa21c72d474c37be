import type { Context } from './context.js';
import type { ProposedDocument } from './proposed-document.js';

/**
 * Judges the end of a document when all of it is known. A document that seems to end with a signature of its own and has no text
 * at all has a text that looks like one.
 */
export function settleClosing(document: ProposedDocument, { doubts }: Context): void {
  const { closing, body } = document;
  // “Yours sincerely,” and nothing after it: the name is lost, or it was no valediction.
  const [last] = closing.slice(-1);
  if (last?.type === 'salute' && body.length > 0) {
    const { choice } = doubts.ask<'closing' | 'text'>({
      code: 'closing',
      line: last.flow.first,
      choices: [
        { choice: 'closing', words: 'the valediction of a document whose signature is wanting' },
        { choice: 'text', words: 'a paragraph of the text' },
      ],
      why: 'It takes leave, and no signature follows.',
      document,
    });
    if (choice === 'text') {
      closing.pop();
      body.push({ type: 'p', flow: last.flow });
    }
  }
}

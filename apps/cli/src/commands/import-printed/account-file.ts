import type { AccountedLine } from '@chancery/importing';
import type { LeftOut } from '@chancery/importing/node';

/**
 * The account as a table that spreadsheets open: a line of the source a row, with its number, what it came to, where its parts are,
 * and its words, parted by tabs.
 */
export function accountFile(lines: readonly AccountedLine[]): string {
  const rows = lines.map(({ line, outcome, parts, words }) => [
    String(line),
    outcome,
    parts.join('; '),
    words,
  ]);
  return table([['line', 'outcome', 'where', 'words'], ...rows]);
}

/** What of a document of a word processor is not in the text that was read from it, in a table likewise. */
export function leftOutFile(left: readonly LeftOut[]): string {
  return table([['line', 'what'], ...left.map(({ line, message }) => [String(line ?? ''), message])]);
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => cell.replace(/[\t\r\n]/g, ' ')).join('\t')}\n`).join('');
}

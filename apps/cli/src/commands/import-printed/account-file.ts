import type { AccountedLine } from '@chancery/importing';

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
  return [['line', 'outcome', 'where', 'words'], ...rows]
    .map((row) => `${row.map((cell) => cell.replace(/[\t\r\n]/g, ' ')).join('\t')}\n`)
    .join('');
}

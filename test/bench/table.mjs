/** Three figures, or as many as stand before the point. */
function short(number) {
  if (number >= 100) return number.toFixed(0);
  return number.toFixed(number >= 10 ? 1 : 2);
}

const columns = [
  ['', ({ name }) => name, 'left'],
  [
    'goal',
    ({ goal, unit }) => (goal ? `${'atMost' in goal ? '≤' : '≥'} ${Object.values(goal)[0]} ${unit}` : ''),
  ],
  ['measured', ({ value, unit }) => `${short(value)} ${unit}`],
  ['p99', ({ p99 }) => (p99 === undefined ? '' : short(p99))],
  ['', ({ goal, value }) => (goal ? (isMet(goal, value) ? 'met' : 'MISSED') : ''), 'left'],
  ['beside', ({ peer, unit }) => (peer ? `${peer.name}: ${short(peer.value)} ${unit}` : ''), 'left'],
  ['ratio', ({ peer, value }) => (peer ? `${short(value / peer.value)} ×` : '')],
  ['', ({ remark }) => remark ?? '', 'left'],
];

/** Whether a figure is as good as it is meant to be. */
export function isMet(goal, value) {
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/**
 * The figures as lines of one table. “Ratio” is ours by theirs: below 1 is better for times and sizes, above 1 for speeds.
 *
 * @param {import('./report.mjs').Figure[]} figures
 */
export function printTable(figures) {
  const rows = [
    columns.map(([title]) => title),
    ...figures.map((figure) => columns.map(([, cell]) => cell(figure))),
  ];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) =>
      columns[column][2] ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    );
  return rows.map((row) => `${line(row).join('  ').trimEnd()}\n`).join('');
}

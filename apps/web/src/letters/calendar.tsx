import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { CalendarHead } from './calendar-head.js';
import { CalendarRow } from './calendar-row.js';
import { groupLines } from './group-lines.js';
import type { LetterLine } from './letter-line.js';
import { type Sorting, sortLines } from './sort-lines.js';

/**
 * The calendar of a volume: one line a piece, one tab stop for all of them. Arrow keys, Home and End move, Enter
 * opens. Headings by year stand only while the calendar is in the order of the volume.
 */
export function Calendar({
  lines,
  table,
}: {
  lines: readonly LetterLine[];
  table: RefObject<HTMLTableElement | null>;
}) {
  const [sorting, setSorting] = useState<Sorting>({ column: 'number', ascending: true });
  const [current, setCurrent] = useState<string>();
  const navigate = useNavigate();
  const rows = useRef(new Map<string, HTMLTableRowElement>());
  const sorted = sortLines(lines, sorting);
  const grouped = sorting.column === 'number' && sorting.ascending;
  const groups = grouped ? groupLines(sorted) : [{ heading: '', gloss: '', lines: sorted }];
  const keys = sorted.map(keyOf);
  const stop = current !== undefined && keys.includes(current) ? current : keys[0];

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (!(event.target instanceof HTMLElement) || event.target.closest('tr')?.dataset.line === undefined)
      return;
    const here = keys.indexOf(stop ?? '');
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: keys.length - 1 }[event.key];
    if (next !== undefined) {
      const key = keys[Math.min(Math.max(next, 0), keys.length - 1)];
      if (key === undefined) return;
      event.preventDefault();
      setCurrent(key);
      rows.current.get(key)?.focus();
    } else if (event.key === 'Enter' && event.target instanceof HTMLTableRowElement) {
      const line = sorted[here];
      if (line) open(line);
    }
  }

  function open(line: LetterLine): void {
    navigate({
      to: '/letters/$letterId',
      params: { letterId: line.id },
      ...(line.anchor === undefined ? {} : { hash: line.anchor }),
    });
  }

  return (
    <table ref={table} {...grid} onKeyDown={onKeyDown}>
      <CalendarHead sorting={sorting} onSort={setSorting} />
      {groups.map((group) => (
        <tbody key={group.heading}>
          {group.heading === '' ? null : (
            <tr className="grp">
              <th colSpan={6} scope="rowgroup">
                {group.heading}
                {group.gloss === '' ? null : <span>{group.gloss}</span>}
              </th>
            </tr>
          )}
          {group.lines.map((line) => {
            const key = keyOf(line);
            return (
              <CalendarRow
                key={key}
                line={line}
                tabStop={key === stop}
                onFocus={() => setCurrent(key)}
                onOpen={() => open(line)}
                setRow={(row) => {
                  if (row) rows.current.set(key, row);
                  else rows.current.delete(key);
                }}
              />
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

/** A table whose rows are moved through by keys is a grid (ARIA Authoring Practices, grid pattern). */
const grid = { role: 'grid', 'aria-label': 'Calendar of letters. Arrow keys move, Enter opens.' } as const;

function keyOf(line: LetterLine): string {
  return `${line.id}#${line.anchor ?? ''}`;
}

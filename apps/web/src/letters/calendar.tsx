import type { CalendarFilter, CalendarLine } from '@chancery/server/api';
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Sorting } from '../api/calendar.js';
import { CalendarHead, columnCount } from './calendar-head.js';
import type { CalendarItem, CalendarLayout } from './calendar-layout.js';
import { type ShownLetter, shownLetter } from './calendar-lines.js';
import { CalendarRow, ComingRow } from './calendar-row.js';
import { shortHeading } from './letter-heading.js';
import type { ShownLine } from './letter-line.js';
import { useLines } from './use-calendar.js';
import type { Selection } from './use-selection.js';

/** The heights of a row and of a heading, in pixels; styles/letters.css says the same. */
const heights = { letter: 41, piece: 41, heading: 27 } as const;

/** So many rows stand ready above and below those that are seen. */
const ready = 12;

/**
 * The calendar of a volume: one line a letter, one tab stop for all of them. Only the rows that are seen are there, however many
 * there are. Arrow keys, page keys, Home and End move, Enter opens, Space selects, with Shift up to here.
 */
export function Calendar(props: {
  editionId: string;
  filter: CalendarFilter;
  layout: CalendarLayout;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  table: RefObject<HTMLTableElement | null>;
  scroll: RefObject<HTMLElement | null>;
  /** Undefined where nothing can be done with what is chosen. */
  selection: Selection | undefined;
  all: boolean;
  onAll: () => void;
  /** A key that may be that of an action on what is chosen; answers whether it is. */
  onKey: (key: string) => boolean;
}) {
  const { layout, selection, sorting, table } = props;
  const navigate = useNavigate();
  const [current, setCurrent] = useState(() => firstRow(layout));
  const [margin, setMargin] = useState(0);
  const goingTo = useRef<number>(undefined);
  const anchor = useRef<number>(undefined);
  const rows = useVirtualizer({
    count: layout.rows,
    getScrollElement: () => props.scroll.current,
    estimateSize: (row) => heights[layout.at(row)?.kind ?? 'letter'],
    overscan: ready,
    scrollMargin: margin,
    // The head of the columns stays in view.
    scrollPaddingStart: 36,
    scrollPaddingEnd: 8,
  });
  const { measure } = rows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows have other heights.
  useEffect(() => measure(), [measure, layout]);
  useEffect(() => {
    // The table stands lower when a bar comes to stand above it.
    const place = () => setMargin(table.current?.offsetTop ?? 0);
    place();
    const observer = new ResizeObserver(place);
    if (props.scroll.current) observer.observe(props.scroll.current);
    return () => observer.disconnect();
  }, [table, props.scroll]);
  const seen = rows.getVirtualItems();
  const letters = seen.flatMap(({ index }) => {
    const item = layout.at(index);
    return item?.kind === 'letter' ? [item.index] : [];
  });
  const lineAt = useLines(props.editionId, props.filter, sorting, {
    from: letters[0] ?? 0,
    to: letters.at(-1) ?? 0,
  });
  const columns = columnCount + (selection ? 1 : 0);
  const stop = layout.at(current) === undefined ? firstRow(layout) : current;

  useEffect(() => {
    const wanted = goingTo.current;
    const row = table.current?.querySelector<HTMLElement>(`tr[data-row="${wanted}"]`);
    if (wanted === undefined || !row || row.classList.contains('coming')) return;
    goingTo.current = undefined;
    row.focus({ preventScroll: true });
  });

  function shownAt(item: CalendarItem | undefined): ShownLine | ShownLetter | undefined {
    if (item?.kind === 'piece') return item.line;
    const line: CalendarLine | undefined = item?.kind === 'letter' ? lineAt(item.index) : undefined;
    return line && shownLetter(line);
  }

  /** The row that a key leads to from another; rows of headings are passed over. */
  function rowBy(key: string, from: number): number | undefined {
    const page = Math.max(1, Math.floor((props.scroll.current?.clientHeight ?? 0) / heights.letter) - 3);
    const to = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: layout.rows - 1,
    }[key];
    if (to === undefined) return undefined;
    const row = Math.min(Math.max(to, 0), layout.rows - 1);
    if (layout.at(row)?.kind !== 'heading') return row;
    // Above the first heading there is nothing.
    return row < from && row > 0 ? row - 1 : row + 1;
  }

  function goTo(row: number): void {
    goingTo.current = row;
    setCurrent(row);
    rows.scrollToIndex(row);
  }

  function select(row: number, extend: boolean): void {
    const line = shownAt(layout.at(row));
    if (!selection || !line || layout.at(row)?.kind !== 'letter') return;
    const from = extend ? anchor.current : undefined;
    anchor.current = row;
    if (from === undefined) {
      selection.toggle(line.id, shortHeading(line));
      return;
    }
    const between: [string, string][] = [];
    for (let at = Math.min(from, row); at <= Math.max(from, row); at += 1) {
      const each = layout.at(at)?.kind === 'letter' ? shownAt(layout.at(at)) : undefined;
      if (each) between.push([each.id, shortHeading(each)]);
    }
    selection.add(between);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { key, target } = event;
    if (!(target instanceof HTMLTableRowElement) || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (key.toLowerCase() !== 'a' || !selection) return;
      props.onAll();
      event.preventDefault();
      return;
    }
    const to = rowBy(key, stop);
    if (to !== undefined) {
      if (event.shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
        if (anchor.current === undefined) select(stop, false);
        select(to, true);
      }
      goTo(to);
    } else if (key === 'Enter') open(shownAt(layout.at(stop)));
    else if (key === ' ') select(stop, event.shiftKey);
    else if (!props.onKey(key)) return;
    event.preventDefault();
  }

  function open(line: ShownLine | undefined): void {
    if (!line) return;
    void navigate({
      to: '/letters/$letterId',
      params: { letterId: line.id },
      ...(line.anchor === undefined ? {} : { hash: line.anchor }),
    });
  }

  const above = (seen[0]?.start ?? margin) - margin;
  const below = rows.getTotalSize() - ((seen.at(-1)?.end ?? margin) - margin);
  return (
    <table
      ref={table}
      {...grid}
      {...(selection ? several : {})}
      aria-rowcount={layout.rows + 1}
      onKeyDown={onKeyDown}
    >
      <CalendarHead
        sorting={sorting}
        onSort={props.onSort}
        all={selection ? props.all : undefined}
        onAll={props.onAll}
      />
      <Space height={above} columns={columns} />
      <tbody>
        {seen.map(({ index: row }) => {
          const item = layout.at(row);
          if (!item) return null;
          if (item.kind === 'heading')
            return (
              <tr key={row} className="grp" aria-rowindex={row + 2}>
                <th colSpan={columns} scope="rowgroup">
                  {item.heading}
                  {item.gloss === '' ? null : <span>{item.gloss}</span>}
                </th>
              </tr>
            );
          const line = shownAt(item);
          if (!line) return <ComingRow key={row} row={row} columns={columns} />;
          return (
            <CalendarRow
              key={row}
              line={line}
              row={row}
              tabStop={row === stop}
              selectable={selection !== undefined}
              selected={selection && item.kind === 'letter' ? selection.has(line.id) : undefined}
              onFocus={() => setCurrent(row)}
              onOpen={() => open(line)}
              onSelect={(extend) => select(row, extend)}
            />
          );
        })}
      </tbody>
      <Space height={below} columns={columns} />
    </table>
  );
}

/** The room of the rows that are not there. */
function Space({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true" className="space">
      <tr>
        <td colSpan={columns} style={{ height }} />
      </tr>
    </tbody>
  );
}

/** A table whose rows are moved through by keys is a grid (ARIA Authoring Practices, grid pattern). */
const grid = {
  role: 'grid',
  'aria-label': 'Calendar of letters. Arrow keys move, Enter opens, Space selects.',
} as const;

const several = { 'aria-multiselectable': true } as const;

function firstRow(layout: CalendarLayout): number {
  return layout.at(0)?.kind === 'heading' ? 1 : 0;
}

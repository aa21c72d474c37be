import type { CalendarOrder } from '@chancery/server/api';
import type { Sorting } from '../api/calendar.js';

const columns: readonly { order: CalendarOrder; label: string; className: string }[] = [
  { order: 'place', label: 'No.', className: 'c-no' },
  { order: 'date', label: 'Date', className: 'c-date' },
  { order: 'title', label: 'Title', className: 'c-title' },
  { order: 'stage', label: 'Stage', className: 'c-stage' },
  { order: 'assigned', label: 'Assigned', className: 'c-who' },
  { order: 'due', label: 'Due', className: 'c-due' },
  { order: 'findings', label: 'Findings', className: 'c-n' },
  { order: 'change', label: 'Last change', className: 'c-last' },
];

/** How many columns there are; one more where letters can be chosen. */
export const columnCount = columns.length;

/** The heads of the calendar's columns: buttons that put it in order by them. */
export function CalendarHead(props: {
  sorting: Sorting;
  onSort: (next: Sorting) => void;
  /** Whether all letters are chosen; undefined where none can be. */
  all: boolean | undefined;
  onAll: () => void;
}) {
  const { sorting } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {props.all === undefined ? null : (
          <th scope="col" className="c-sel">
            <input
              type="checkbox"
              aria-label="Select all letters"
              checked={props.all}
              onChange={props.onAll}
            />
          </th>
        )}
        {columns.map(({ order, label, className }) => {
          const sorted = sorting.order === order;
          const way = sorting.descending ? 'descending' : 'ascending';
          return (
            <th key={order} scope="col" className={className} aria-sort={sorted ? way : undefined}>
              <button
                type="button"
                onClick={() => props.onSort({ order, descending: sorted && !sorting.descending })}
              >
                {label}
                <span aria-hidden="true">{sorted ? (sorting.descending ? '↓' : '↑') : ''}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

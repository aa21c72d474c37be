import type { SortColumn, Sorting } from './sort-lines.js';

const columns: readonly { column?: SortColumn; label: string; className?: string }[] = [
  { column: 'number', label: 'No.', className: 'c-no' },
  { column: 'date', label: 'Date', className: 'c-date' },
  { column: 'title', label: 'Title' },
  { label: 'Stage' },
  { label: 'Findings', className: 'c-n' },
  { column: 'change', label: 'Last change', className: 'c-last' },
];

/** The heads of the calendar's columns; those that can be sorted by are buttons. */
export function CalendarHead({ sorting, onSort }: { sorting: Sorting; onSort: (next: Sorting) => void }) {
  return (
    <thead>
      <tr>
        {columns.map(({ column, label, className }) => {
          const sorted = column !== undefined && sorting.column === column;
          const order = sorting.ascending ? 'ascending' : 'descending';
          return (
            <th key={label} scope="col" className={className} aria-sort={sorted ? order : undefined}>
              {column === undefined ? (
                label
              ) : (
                <button
                  type="button"
                  onClick={() => onSort({ column, ascending: sorted ? !sorting.ascending : true })}
                >
                  {label}
                  <span aria-hidden="true">{sorted ? (sorting.ascending ? '↑' : '↓') : ''}</span>
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

import { Link } from '@tanstack/react-router';
import { Icon } from '../app/icon.js';
import { Person } from '../app/person.js';
import { dueWords, today } from '../stages/stage-words.js';
import type { ShownLetter } from './calendar-lines.js';
import { FindingCounts } from './finding-counts.js';
import { shortHeading } from './letter-heading.js';
import type { ShownLine } from './letter-line.js';
import { StagePips } from './stage-pips.js';
import { whenChanged } from './when-changed.js';

/** One line of the calendar. The row takes the focus; a pointer may also use the title's link and the box. */
export function CalendarRow(props: {
  line: ShownLine | ShownLetter;
  row: number;
  tabStop: boolean;
  /** Whether it is chosen; undefined for what cannot be. */
  selected: boolean | undefined;
  /** Whether letters can be chosen at all. */
  selectable: boolean;
  onFocus: () => void;
  onOpen: () => void;
  onSelect: (extend: boolean) => void;
}) {
  const { line, selected } = props;
  const assigned = 'assigned' in line ? line.assigned : null;
  const touched = 'touched' in line ? line.touched : 0;
  const due = assigned?.dueOn ?? null;
  return (
    <tr
      className="row"
      data-row={props.row}
      data-line={line.id}
      aria-rowindex={props.row + 2}
      aria-selected={selected}
      tabIndex={props.tabStop ? 0 : -1}
      onFocus={props.onFocus}
      onDoubleClick={props.onOpen}
    >
      {props.selectable ? (
        <td className="c-sel">
          {selected === undefined ? null : (
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={`Select ${shortHeading(line)}`}
              checked={selected}
              onClick={(event) => props.onSelect(event.shiftKey)}
              readOnly
            />
          )}
        </td>
      ) : null}
      <td className="c-no">{line.numberSupplied ? `[${line.number}]` : line.number}</td>
      <td className="c-date">
        {line.dateWord === '' ? null : <em>{line.dateWord}</em>}
        {line.date === '' ? <span className="quiet">no date</span> : line.date}
      </td>
      <td className={line.enclosedIn === null ? 'c-title' : 'c-title enclosure'}>
        {line.enclosedIn === null ? null : <span className="quiet">Enclosure: </span>}
        <Link
          to="/letters/$letterId"
          params={{ letterId: line.id }}
          {...(line.anchor === undefined ? {} : { hash: line.anchor })}
          tabIndex={-1}
          preload={false}
        >
          {line.title}
        </Link>
        {line.titleSupplied ? (
          <abbr className="ast" title="Title supplied by the editors">
            *
          </abbr>
        ) : null}
        <p>{line.incipit}</p>
      </td>
      <td className="c-stage">
        <StagePips stage={line.stage} />
      </td>
      <td className="c-who">{assigned ? <Person name={assigned.name} /> : null}</td>
      <td className="c-due">
        {due === null ? null : (
          <span className={due < today() ? 'st err' : 'quiet'}>
            {due < today() ? <Icon name="warning" small /> : null}
            {dueWords(due)}
          </span>
        )}
      </td>
      <td className="c-n">
        {touched > 0 && line.errors === 0 ? (
          <span className="st warn">
            <Icon name="warning" />
            {touched} to read again
          </span>
        ) : (
          <FindingCounts line={line} />
        )}
      </td>
      <td className="c-last">{whenChanged(line.updatedAt)}</td>
    </tr>
  );
}

/** A row whose letter is still to come. */
export function ComingRow({ row, columns }: { row: number; columns: number }) {
  return (
    <tr className="row coming" data-row={row} aria-rowindex={row + 2} aria-busy="true">
      <td colSpan={columns}>
        <span className="sr">Fetching</span>
      </td>
    </tr>
  );
}

import { Link } from '@tanstack/react-router';
import { FindingCounts } from './finding-counts.js';
import type { LetterLine } from './letter-line.js';
import { StagePips } from './stage-pips.js';
import { whenChanged } from './when-changed.js';

/** One line of the calendar. The row takes the focus; a pointer may also use the title's link. */
export function CalendarRow(props: {
  line: LetterLine;
  tabStop: boolean;
  onFocus: () => void;
  onOpen: () => void;
  setRow: (row: HTMLTableRowElement | null) => void;
}) {
  const { line } = props;
  return (
    <tr
      className="row"
      data-line={line.id}
      ref={props.setRow}
      tabIndex={props.tabStop ? 0 : -1}
      onFocus={props.onFocus}
      onDoubleClick={props.onOpen}
    >
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
      <td>
        <StagePips stage={line.stage} />
      </td>
      <td className="c-n">
        <FindingCounts line={line} />
      </td>
      <td className="c-last">{whenChanged(line.updatedAt)}</td>
    </tr>
  );
}

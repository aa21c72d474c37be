import { Link, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useVolume } from '../api/use-volume.js';
import { Failure } from '../app/failure.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { Calendar } from './calendar.js';
import { counted } from './counted.js';
import { FilesToMend } from './files-to-mend.js';
import { FilterBox } from './filter-box.js';
import { filterLines } from './filter-lines.js';
import { isLetter, type LetterLine } from './letter-line.js';

/** The letters of a volume: its head, the filter and the calendar. */
export function LettersPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId' });
  const volume = useVolume(editionId);
  const [filter, setFilter] = useState('');
  const table = useRef<HTMLTableElement>(null);
  useTitle(volume.data ? `Letters – ${volume.data.label}` : 'Letters');
  const lines = volume.data?.lines ?? [];
  const shown = filterLines(lines, filter);
  return (
    <main id="main" className="letters-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>{volume.data?.title ?? ' '}</h1>
          <p className="quiet">{volume.data?.span ?? ' '}</p>
        </div>
        <div className="acts">
          <Link className="btn" to="/volumes/$editionId/editions" params={{ editionId }}>
            Publish
          </Link>
        </div>
      </div>
      <search className="filters">
        <FilterBox filter={filter} onFilter={setFilter} table={table} />
        <span className="grow" />
        <span className="quiet" role="status">
          {volume.data ? tally(lines, shown, volume.data.endnotes.length) : ''}
        </span>
      </search>
      {volume.isPending ? <GreyLines count={8} label="Opening the calendar" /> : null}
      {volume.isError ? (
        <Failure
          what="The letters could not be loaded."
          safe="Nothing that was saved is touched."
          error={volume.error}
          onRetry={volume.refetch}
        />
      ) : null}
      {volume.data ? <FilesToMend files={volume.data.toMend} /> : null}
      {volume.data && lines.length === 0 && volume.data.toMend.length === 0 ? (
        <p className="empty">No letters yet. Import transcriptions, or begin No. 1.</p>
      ) : null}
      {lines.length > 0 && shown.length === 0 ? (
        <p className="empty">
          No letter matches.{' '}
          <button type="button" className="btn small" onClick={() => setFilter('')}>
            Clear filters
          </button>
        </p>
      ) : null}
      {shown.length > 0 ? (
        <>
          <div className="sheetwrap">
            <Calendar lines={shown} table={table} />
          </div>
          <p className="legend">
            <span>* Title supplied by the editors.</span>
            <span>[5] Number absent from the copy, supplied by the editors.</span>
            <span>“Signed” is shown where the letter has no sent or received date.</span>
          </p>
        </>
      ) : null}
    </main>
  );
}

/** “7 letters, 4 pieces of front matter, 4 endnotes”, or how many of them the filter shows. */
function tally(lines: readonly LetterLine[], shown: readonly LetterLine[], endnotes: number): string {
  if (shown.length !== lines.length) return `${shown.length} of ${lines.length} shown`;
  const letters = lines.filter(isLetter).length;
  const front = lines.filter((line) => line.group === 'Front matter').length;
  const pieces = front === 1 ? '1 piece of front matter' : `${front} pieces of front matter`;
  return [
    counted(letters, 'letter'),
    front > 0 ? pieces : '',
    endnotes > 0 ? counted(endnotes, 'endnote') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

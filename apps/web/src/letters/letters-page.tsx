import type { CalendarFilter, CalendarSummary } from '@chancery/server/api';
import { asAssigned, isRole, may, type Role, stages } from '@chancery/workflow';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { getLines, type Sorting } from '../api/calendar.js';
import { announce } from '../app/announce.js';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { type BulkAction, BulkBar } from './bulk-bar.js';
import { Calendar } from './calendar.js';
import { layoutOf } from './calendar-layout.js';
import { frontPieces, notePieces, shownLetter, volumeSpan } from './calendar-lines.js';
import { counted } from './counted.js';
import { FilesToMend } from './files-to-mend.js';
import { FilterBox } from './filter-box.js';
import { shortHeading } from './letter-heading.js';
import { NewLetterForm } from './new-letter-form.js';
import { openProof } from './open-proof.js';
import { StageRail } from './stage-rail.js';
import type { MovedLetter } from './take-back-run.js';
import { useCalendar, volumeLabel } from './use-calendar.js';
import { useSelection } from './use-selection.js';

const nothing: CalendarFilter = { words: '', mine: 'false', findings: 'false' };

/** How long typing must pause before it filters, in milliseconds. */
const pause = 200;

/** So many letters can be chosen at once. */
const mostSelected = 2_000;

/** The letters of a volume: its head, how far they have come, the filters and the calendar. */
export function LettersPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId' });
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState(nothing);
  const [sorting, setSorting] = useState<Sorting>({ order: 'place', descending: false });
  const [action, setAction] = useState<BulkAction>();
  const [moved, setMoved] = useState<readonly MovedLetter[]>([]);
  const { begin: beginning = false } = useSearch({ from: '/volumes/$editionId' });
  const navigate = useNavigate({ from: '/volumes/$editionId' });
  const setBeginning = (begins: boolean) =>
    void navigate({ search: begins ? { begin: true } : {}, replace: true });
  const newLetter = useRef<HTMLButtonElement>(null);
  const selection = useSelection();
  const table = useRef<HTMLTableElement>(null);
  const main = useRef<HTMLElement>(null);
  const calendar = useCalendar(editionId, filter, sorting);
  const { data } = calendar;
  useTitle(data ? `Letters – ${volumeLabel(data)}` : 'Letters');
  useEffect(() => {
    const timer = setTimeout(() => setFilter((before) => ({ ...before, words: typed })), pause);
    return () => clearTimeout(timer);
  }, [typed]);

  const shown = data ? shownCount(data, filter) : 0;
  const filtered = isFiltered(filter);
  const layout = useMemo(() => {
    if (!data) return layoutOf(0, []);
    const inOrder = sorting.order === 'place' && !sorting.descending;
    const around = inOrder && !filtered && data.front !== null ? data.front : undefined;
    return layoutOf(
      shown,
      inOrder ? data.groups : [],
      around && frontPieces(around),
      around && notePieces(around),
    );
  }, [data, shown, sorting, filtered]);
  const [only] = selection.letters.size === 1 ? [...selection.letters] : [];
  const role = data && isRole(data.role) ? data.role : undefined;
  const selects = stages.some((stage) => may(role, 'move-letter', stage, asAssigned));

  async function selectAll(): Promise<void> {
    if (selection.letters.size >= Math.min(shown, mostSelected)) {
      selection.clear();
      return;
    }
    const part = { offset: 0, limit: mostSelected };
    const lines = await queries.fetchQuery({
      queryKey: ['volume', editionId, 'all', filter, sorting],
      queryFn: () => getLines(editionId, filter, sorting, part),
      gcTime: 0,
    });
    selection.add(lines.map((line) => [line.id, shortHeading(shownLetter(line))]));
    announce(`${counted(lines.length, 'letter')} selected.`);
  }

  function onKey(key: string): boolean {
    if (key === 'Escape') selection.clear();
    else if (key === 'n' && may(role, 'import-letters')) setBeginning(true);
    else if (key === 'z' && moved.length > 0) setAction('take-back');
    else if (selection.letters.size === 0) return false;
    else if (key === 'a' && data?.may.assign) setAction('assign');
    else if (key === 's') setAction('move');
    else if (key === 'v' && data?.may.assign) setAction('validate');
    else if (key === 'p' && data?.may.publish) openProof(editionId, [...selection.letters.keys()]);
    else return false;
    return true;
  }

  function clear(): void {
    setTyped('');
    setFilter(nothing);
  }

  const label = data ? volumeLabel(data) : '';
  return (
    <main id="main" className="letters-page" data-pane="" ref={main}>
      <div className="head">
        <div>
          <p className="over">{data ? [label, rangeOf(data)].filter(Boolean).join(', ') : ' '}</p>
          <h1>{data ? (data.front?.subtitle ?? data.title).replace(/\s*\([^)]*\)\s*$/u, '') : ' '}</h1>
          <p className="quiet">{data?.front ? volumeSpan(data.front) : ' '}</p>
        </div>
        <div className="acts">
          {may(role, 'import-letters') ? (
            <button
              type="button"
              className="btn"
              ref={newLetter}
              aria-expanded={beginning}
              aria-keyshortcuts="N"
              onClick={() => setBeginning(!beginning)}
            >
              New letter <kbd>N</kbd>
            </button>
          ) : null}
          {data?.may.publish ? (
            <Link className="btn" to="/volumes/$editionId/editions" params={{ editionId }}>
              Publish
            </Link>
          ) : null}
        </div>
      </div>
      {beginning && may(role, 'import-letters') ? (
        <NewLetterForm
          editionId={editionId}
          behind={only === undefined ? undefined : { id: only[0], heading: only[1] }}
          onCancel={() => {
            setBeginning(false);
            newLetter.current?.focus();
          }}
        />
      ) : null}
      {data ? (
        <StageRail
          counts={data.stages}
          stage={filter.stage}
          onStage={(stage) =>
            setFilter(({ stage: _before, ...rest }) => (stage === undefined ? rest : { ...rest, stage }))
          }
        />
      ) : null}
      <search className="filters">
        <FilterBox filter={typed} onFilter={setTyped} table={table} />
        <Toolbar className="chips" aria-label="Only letters">
          <Chip
            icon="flag"
            label="Assigned to me"
            count={data?.mine}
            pressed={filter.mine === 'true'}
            onPress={(on) => setFilter({ ...filter, mine: on ? 'true' : 'false' })}
          />
          <Chip
            icon="warning"
            label="With findings"
            count={data?.withFindings}
            pressed={filter.findings === 'true'}
            onPress={(on) => setFilter({ ...filter, findings: on ? 'true' : 'false' })}
          />
        </Toolbar>
        <span className="grow" />
        <span className="quiet" role="status">
          {data ? tally(data, shown, filtered) : ''}
        </span>
      </search>
      {calendar.isPending ? <GreyLines count={8} label="Opening the calendar" /> : null}
      {calendar.isError ? (
        <Failure
          what="The letters could not be loaded."
          safe="Nothing that was saved is touched."
          error={calendar.error}
          onRetry={calendar.refetch}
        />
      ) : null}
      {data ? <FilesToMend files={data.toMend} /> : null}
      {data && layout.rows === 0 && !filtered && data.toMend.length === 0 ? (
        <p className="empty">{emptyWords(role)}</p>
      ) : null}
      {filtered && data && shown === 0 ? (
        <p className="empty">
          No letter matches.{' '}
          <button type="button" className="btn small" onClick={clear}>
            Clear filters
          </button>
        </p>
      ) : null}
      {data && selects ? (
        <BulkBar
          editionId={editionId}
          selection={selection}
          mayAssign={data.may.assign}
          mayPrint={data.may.publish}
          action={action}
          onAction={setAction}
          moved={moved}
          onMoved={setMoved}
          table={table}
        />
      ) : null}
      {layout.rows > 0 ? (
        <>
          <div className="sheetwrap">
            <Calendar
              editionId={editionId}
              filter={filter}
              layout={layout}
              sorting={sorting}
              onSort={setSorting}
              table={table}
              scroll={main}
              selection={selects ? selection : undefined}
              all={shown > 0 && selection.letters.size >= Math.min(shown, mostSelected)}
              onAll={() => void selectAll()}
              onKey={onKey}
            />
          </div>
          <p className="legend">
            <span>* Title supplied by the editors.</span>
            <span>[5] Number absent from the copy, supplied by the editors.</span>
            <span>Each date is the one that prints with its letter, by the volume’s rule.</span>
          </p>
        </>
      ) : null}
    </main>
  );
}

/** Why nobody's letters stand here: to some roles only those are shown that are theirs. */
function emptyWords(role: Role | undefined): string {
  if (role === 'transcriber' || role === 'proofreader')
    return 'No letter is yours yet. A letter stands here as soon as an editor has assigned it to you.';
  if (role === 'reader') return 'No letter is published yet. Published letters stand here.';
  return 'No letters yet. Import transcriptions, or begin No. 1 with “New letter”.';
}

function Chip(props: {
  icon: 'flag' | 'warning';
  label: string;
  count: number | undefined;
  pressed: boolean;
  onPress: (on: boolean) => void;
}) {
  return (
    <Button className="chip" aria-pressed={props.pressed} onPress={() => props.onPress(!props.pressed)}>
      <Icon name={props.icon} small />
      {props.label} <span className="num">{props.count ?? ''}</span>
    </Button>
  );
}

function isFiltered(filter: CalendarFilter): boolean {
  return (
    filter.words.trim() !== '' ||
    filter.stage !== undefined ||
    filter.mine === 'true' ||
    filter.findings === 'true'
  );
}

/** How many letters a filter shows: those of its stage, or of all. */
function shownCount({ stages: counts }: CalendarSummary, { stage }: CalendarFilter): number {
  return stage === undefined ? stages.reduce((sum, each) => sum + counts[each], 0) : counts[stage];
}

/** “Nos. 1–7”. */
function rangeOf({ numbers: { first, last } }: CalendarSummary): string {
  if (first === null || last === null) return '';
  return first === last ? `No. ${first}` : `Nos. ${first}–${last}`;
}

/** “7 letters, 4 pieces of front matter, 4 endnotes”, or how many of them the filter shows. */
function tally(data: CalendarSummary, shown: number, filtered: boolean): string {
  if (filtered) return `${shown} of ${data.letters} shown`;
  const pieces = data.front ? frontPieces(data.front).length : 0;
  const notes = data.front?.endnotes.count ?? 0;
  return [
    counted(data.letters, 'letter'),
    pieces === 0 ? '' : counted(pieces, 'piece of front matter', 'pieces of front matter'),
    notes === 0 ? '' : counted(notes, 'endnote'),
  ]
    .filter(Boolean)
    .join(', ');
}

import type { AuditFilter, AuditPage } from '@chancery/server/api';
import { Choices } from '../app/choices.js';
import { letterHeading } from '../letters/letter-heading.js';
import type { NamedLine } from '../letters/letter-line.js';
import { acts } from './log-words.js';

/** A day as this computer counts it, as the moment at which it begins: today, or the day after it. */
function startOf(day: string, after = 0): string {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + after);
  return date.toISOString();
}

/** The day that holds the last moment before this one. */
function lastDayBefore(moment: string): string {
  const date = new Date(new Date(moment).getTime() - 1);
  return dayOf(date);
}

function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Which lines of the log are wanted: whose, what, about which letter, and when. */
export function LogFilter(props: {
  filter: AuditFilter;
  people: AuditPage['people'];
  letters: readonly NamedLine[];
  onFilter: (filter: AuditFilter) => void;
}) {
  const { filter } = props;
  /** What is not wanted any more is left out, so that an empty filter is empty. */
  function set(changes: AuditFilter): void {
    const next = Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== undefined);
    props.onFilter(Object.fromEntries(next));
  }
  const action = acts.find(([each]) => each === filter.action)?.[0] ?? '';
  return (
    <search className="filters">
      <label>
        <span>Person</span>
        <select
          className="field"
          value={filter.person ?? ''}
          onChange={({ target }) => set({ person: target.value || undefined })}
        >
          <option value="">Everybody</option>
          <Choices of={props.people.map(({ id, name }) => [id, name])} />
        </select>
      </label>
      <label>
        <span>Act</span>
        <select
          className="field"
          value={action}
          onChange={({ target }) => set({ action: acts.find(([each]) => each === target.value)?.[0] })}
        >
          <option value="">Everything</option>
          <Choices of={acts} />
        </select>
      </label>
      <label>
        <span>Letter</span>
        <select
          className="field letter-select"
          value={filter.letter ?? ''}
          onChange={({ target }) => set({ letter: target.value || undefined })}
        >
          <option value="">All</option>
          <Choices of={props.letters.map((line) => [line.id, letterHeading(line)])} />
        </select>
      </label>
      <label>
        <span>From</span>
        <input
          className="field"
          type="date"
          value={filter.from === undefined ? '' : dayOf(new Date(filter.from))}
          onChange={({ target }) => set({ from: target.value === '' ? undefined : startOf(target.value) })}
        />
      </label>
      <label>
        <span>To</span>
        <input
          className="field"
          type="date"
          value={filter.to === undefined ? '' : lastDayBefore(filter.to)}
          onChange={({ target }) => set({ to: target.value === '' ? undefined : startOf(target.value, 1) })}
        />
      </label>
    </search>
  );
}

import type { PrintedAnswer } from '@chancery/server/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getPrintedLines, type ImportAddress, type LineOutcome } from '../api/printed.js';
import { Failure } from '../app/failure.js';
import { ShowMore } from '../app/show-more.js';
import { GreyLines } from '../app/slowly.js';
import { counted } from '../letters/counted.js';

const outcomes: readonly (readonly [LineOutcome | undefined, string])[] = [
  [undefined, 'All lines'],
  ['in the queue', 'Without a place yet'],
  ['excluded', 'Left out'],
  ['used', 'Used'],
  ['empty', 'Empty'],
];

const words: Readonly<Record<LineOutcome, string>> = {
  used: 'Used',
  excluded: 'Left out',
  'in the queue': 'Without a place yet',
  empty: 'Empty',
};

/** How many lines there are of each outcome, and of all. */
function totals(lines: PrintedAnswer['summary']['lines']): string {
  const all = Object.values(lines).reduce((sum, each) => sum + each, 0);
  return `${counted(all, 'line')}: ${lines.used} used, ${lines.excluded} left out with a reason, ${lines['in the queue']} without a place yet, ${lines.empty} empty.`;
}

/** The account of every line of the text: where it is, or why it is nowhere. */
export function LineAccount(props: { address: ImportAddress; counts: PrintedAnswer['summary']['lines'] }) {
  const { address, counts } = props;
  const [outcome, setOutcome] = useState<LineOutcome>();
  const list = useInfiniteQuery({
    queryKey: ['printed-lines', address.importId, outcome ?? 'all'],
    queryFn: ({ pageParam }) => getPrintedLines(address, outcome, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ count }, pages) => {
      const fetched = pages.reduce((sum, { lines }) => sum + lines.length, 0);
      return fetched < count ? fetched : undefined;
    },
    staleTime: 0,
  });
  const lines = list.data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <div className="line-account">
      <p className="totals">{totals(counts)}</p>
      <label className="which">
        <span>Show</span>
        <select
          className="field"
          value={outcome ?? ''}
          onChange={({ target }) => setOutcome(outcomes.find(([each]) => each === target.value)?.[0])}
        >
          {outcomes.map(([each, label]) => (
            <option key={label} value={each ?? ''}>
              {each ? `${label} (${counts[each]})` : label}
            </option>
          ))}
        </select>
      </label>
      {list.isPending ? <GreyLines count={8} label="Opening the account" /> : null}
      {list.isError ? (
        <Failure
          what="The account could not be loaded."
          safe="Nothing was changed."
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {list.data && lines.length === 0 ? <p className="empty">There is no such line.</p> : null}
      {lines.length > 0 ? (
        <table aria-label="Account of the lines">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Words</th>
              <th scope="col">What became of it</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.line}>
                <td className="n">{line.line}</td>
                <td className="words">{line.words}</td>
                <td>
                  {words[line.outcome]}
                  {line.parts.length === 0 ? null : <small>{line.parts.join('; ')}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <ShowMore list={list}>Show more lines</ShowMore>
    </div>
  );
}

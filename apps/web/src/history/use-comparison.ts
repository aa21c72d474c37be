import { compareBlocks, compareLines } from '@chancery/collation';
import { readingBlocks, schema } from '@chancery/prosemirror-tei';
import { useQuery } from '@tanstack/react-query';
import { Node } from 'prosemirror-model';
import { useMemo } from 'react';
import { getTeiOfVersion, getVersion } from '../api/client.js';
import { endnoteFigures } from '../editor/callouts.js';
import type { EndnoteOrder } from '../editor/endnote-order.js';
import { type ShownRow, shownRows } from './differences.js';
import { type SourceRow, sourceRows } from './source-lines.js';

/** What two versions are compared in. */
export type ComparedText = 'reading' | 'source';

/** Two versions against each other. */
export type Comparison =
  | { readonly text: 'reading'; readonly rows: readonly ShownRow[]; readonly count: number }
  | { readonly text: 'source'; readonly rows: readonly SourceRow[]; readonly count: number };

/** A version never changes: once fetched it is kept. */
const lasting = { staleTime: Number.POSITIVE_INFINITY } as const;

/** Fetches and compares two versions of a letter. */
export function useComparison(
  letterId: string,
  versions: { readonly from: number; readonly to: number },
  text: ComparedText,
  endnotes: EndnoteOrder,
): { comparison: Comparison | undefined; failure: unknown; retry: () => void } {
  const { from, to } = versions;
  const fetched = useQuery({
    queryKey: ['versions', letterId, from, to, text],
    queryFn: async () =>
      Promise.all(
        [from, to].map(async (version) =>
          text === 'source'
            ? getTeiOfVersion(letterId, version)
            : Node.fromJSON(schema, (await getVersion(letterId, version)).doc),
        ),
      ),
    ...lasting,
  });
  const { data } = fetched;
  const comparison = useMemo((): Comparison | undefined => {
    const [one, other] = data ?? [];
    if (one === undefined || other === undefined) return undefined;
    if (typeof one === 'string' || typeof other === 'string') {
      return { text: 'source', ...sourceRows(compareLines(String(one), String(other))) };
    }
    // Of a note that only the earlier version calls, the label is the one that it had there.
    const figures = new Map([one, other].flatMap((doc) => [...endnoteFigures(doc, endnotes)]));
    return {
      text: 'reading',
      ...shownRows(compareBlocks(readingBlocks(one), readingBlocks(other)), figures),
    };
  }, [data, endnotes]);
  return { comparison, failure: fetched.error, retry: () => void fetched.refetch() };
}

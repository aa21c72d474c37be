import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { getEmendations } from '../api/emendations.js';
import { useVolume } from '../api/use-volume.js';
import { Failure } from '../app/failure.js';
import { ShowMore } from '../app/show-more.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { counted } from '../letters/counted.js';
import { EmendationTable } from './emendation-table.js';
import { kindNames, kindOf } from './emendation-words.js';

/** All places where the letters of a volume depart from their copies, generated from what the letters say now. */
export function EmendationsPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/emendations' });
  const { of: kind } = useSearch({ from: '/volumes/$editionId/emendations' });
  const volume = useVolume(editionId);
  const list = useInfiniteQuery({
    queryKey: ['emendations', editionId, kind],
    queryFn: ({ pageParam }) => getEmendations(editionId, kind, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // A letter may have been emended since.
    staleTime: 0,
  });
  useTitle(volume.data ? `Emendations – ${volume.data.label}` : 'Emendations');
  const [first] = list.data?.pages ?? [];
  const all = first ? Object.values(first.kinds).reduce((sum, count) => sum + count, 0) : 0;
  return (
    <main id="main" className="emendations-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>Emendations</h1>
          <p className="quiet">
            {first
              ? `${counted(all, 'place')} where the edition departs from its copy, as the letters stand now.`
              : ' '}
          </p>
        </div>
      </div>
      {first && all > 0 ? (
        <nav className="kinds" aria-label="Kinds of emendations">
          <KindLink editionId={editionId} current={kind === undefined} label={`all ${all}`} />
          {Object.entries(first.kinds).map(([name, count]) => {
            const each = kindOf(name);
            return each && count > 0 ? (
              <KindLink
                key={name}
                editionId={editionId}
                kind={each}
                current={kind === each}
                label={`${kindNames[each][1]} ${count}`}
              />
            ) : null;
          })}
        </nav>
      ) : null}
      {list.isPending ? <GreyLines count={8} label="Opening the emendations" /> : null}
      {list.isError ? (
        <Failure
          what="The emendations could not be loaded."
          safe="They stand in the letters as they were."
          error={list.error}
          onRetry={() => list.refetch()}
        />
      ) : null}
      {first && first.total === 0 ? (
        <p className="empty">No letter is emended. Select words in a letter and press Ctrl M, then E.</p>
      ) : null}
      {first && first.total > 0 ? (
        <EmendationTable emendations={list.data?.pages.flatMap((page) => page.emendations) ?? []} />
      ) : null}
      <ShowMore list={list} />
    </main>
  );
}

function KindLink(props: {
  editionId: string;
  kind?: NonNullable<ReturnType<typeof kindOf>>;
  current: boolean;
  label: string;
}) {
  const { editionId, kind, current, label } = props;
  return (
    <Link
      to="/volumes/$editionId/emendations"
      params={{ editionId }}
      search={kind ? { of: kind } : {}}
      {...(current ? { 'aria-current': 'true' as const } : {})}
    >
      {label}
    </Link>
  );
}

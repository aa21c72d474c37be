import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { getEditions } from '../api/client.js';
import { Failure } from './failure.js';
import { GreyLines } from './slowly.js';

/** The way in: the letters of the first volume, or what to do when there is none. */
export function FirstVolume() {
  const editions = useQuery({ queryKey: ['editions'], queryFn: getEditions });
  const first = editions.data?.[0];
  if (first) return <Navigate to="/volumes/$editionId" params={{ editionId: first.id }} replace />;
  return (
    <main id="main" className="plain-page">
      {editions.isPending ? <GreyLines count={6} label="Opening the volume" /> : null}
      {editions.isError ? (
        <Failure
          what="The volumes could not be loaded."
          safe="Nothing is lost."
          error={editions.error}
          onRetry={() => editions.refetch()}
        />
      ) : null}
      {editions.isSuccess ? (
        <>
          <h1>No volume yet</h1>
          <p>
            Load one from the command line: <code>npx chancery import</code> and the path of its folder.
          </p>
        </>
      ) : null}
    </main>
  );
}

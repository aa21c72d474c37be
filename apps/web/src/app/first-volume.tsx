import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { getEditions } from '../api/client.js';
import { Failure } from './failure.js';
import { GreyLines } from './slowly.js';

/** The way in: the letters of the first volume, or what to do when there is none. */
export function FirstVolume() {
  const editions = useQuery({ queryKey: ['editions'], queryFn: getEditions });
  const first = editions.data?.editions[0];
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
          {editions.data.mayMakeVolumes ? (
            <>
              <p>Bring in letters that you have. They become a volume, and you its chief editor.</p>
              <ul className="begin">
                <li>
                  <Link className="btn primary" to="/new/tei">
                    Volume from TEI
                  </Link>
                  <span>A folder of letters, an archive of it (.zip), or one file that holds many.</span>
                </li>
                <li>
                  <Link className="btn" to="/new/printed">
                    Printed volume
                  </Link>
                  <span>
                    Its text: Markdown, plain text, or a document of Word (.docx) or LibreOffice (.odt).
                  </span>
                </li>
              </ul>
              <p className="quiet">
                Or at the command line: <code>npx chancery import</code> and the path of a folder of TEI.
              </p>
            </>
          ) : (
            <p>You belong to no volume yet. Ask a chief editor to invite you to theirs.</p>
          )}
        </>
      ) : null}
    </main>
  );
}

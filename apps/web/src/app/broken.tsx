import { Failure } from './failure.js';

/** What stands in the place of a page that came to a stop. */
export function Broken() {
  return (
    <main id="main" className="plain-page">
      <Failure
        what="This page came to a stop."
        safe="What you have typed is kept, here or on the server, and is there again when the page is loaded anew."
        error={undefined}
        onRetry={() => location.reload()}
      />
    </main>
  );
}

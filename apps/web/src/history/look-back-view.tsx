import { lazy, Suspense, useEffect, useRef } from 'react';
import { GreyLines } from '../app/slowly.js';
import type { LetterSession } from '../desk/letter-session.js';
import type { EndnoteOrder } from '../editor/endnote-order.js';
import { useStore } from '../store/use-store.js';

const ComparisonView = lazy(() => import('./comparison-view.js'));
const PlaybackView = lazy(() => import('./playback-view.js'));

/** The look at former versions that the session has open, in the place of the text; it comes when it is first asked for. */
export function LookBackView(props: {
  session: LetterSession;
  letterId: string;
  endnotes: EndnoteOrder;
  label: string;
}) {
  const { session } = props;
  const look = useStore(session.lookBack);
  const was = useRef(look);
  useEffect(() => {
    // The text has to be there again before it can take the focus.
    if (was.current && !look) session.view.dom.focus({ preventScroll: true });
    was.current = look;
  }, [look, session]);
  if (!look) return null;
  return (
    <Suspense fallback={<GreyLines count={10} label="Fetching the versions" />}>
      {look.kind === 'comparison' ? (
        <ComparisonView {...props} from={look.from} to={look.to} />
      ) : (
        <PlaybackView {...props} at={look.at} last={session.version} />
      )}
    </Suspense>
  );
}

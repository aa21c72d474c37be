import { useEffect, useRef } from 'react';
import { later } from '../app/later.js';
import { GreyLines } from '../app/slowly.js';
import type { LetterSession } from '../desk/letter-session.js';
import type { EndnoteOrder } from '../editor/endnote-order.js';
import { useStore } from '../store/use-store.js';

interface Looking {
  readonly session: LetterSession;
  readonly letterId: string;
  readonly endnotes: EndnoteOrder;
  readonly label: string;
}

const inPlace = {
  waiting: <GreyLines count={10} label="Fetching the versions" />,
  onGiveUp: ({ session }: Pick<Looking, 'session'>) => session.lookBack.set(undefined),
};
const ComparisonView = later(async () => (await import('./comparison-view.js')).ComparisonView, inPlace);
const PlaybackView = later(async () => (await import('./playback-view.js')).PlaybackView, inPlace);

/** The look at former versions that the session has open, in the place of the text; it comes when it is first asked for. */
export function LookBackView(props: Looking) {
  const { session } = props;
  const look = useStore(session.lookBack);
  const was = useRef(look);
  useEffect(() => {
    // The text has to be there again before it can take the focus.
    if (was.current && !look) session.view.dom.focus({ preventScroll: true });
    was.current = look;
  }, [look, session]);
  if (!look) return null;
  return look.kind === 'comparison' ? (
    <ComparisonView {...props} from={look.from} to={look.to} />
  ) : (
    <PlaybackView {...props} at={look.at} last={session.version} />
  );
}

import type { LetterDetail } from '@chancery/server/api';
import { type RefObject, useEffect, useState } from 'react';
import type { EndnoteOrder } from '../editor/endnote-order.js';
import { claimClient } from '../saving/claim-client.js';
import { LetterSession } from './letter-session.js';

/** What became of opening a letter. */
export interface Opening {
  session: LetterSession | undefined;
  /** Why it could not be opened for editing. */
  failure: unknown;
}

/** Opens the letter in `place`, with what this device kept of it, and closes it when the desk is left. */
export function useLetterSession(
  place: RefObject<HTMLElement | null>,
  letter: LetterDetail,
  options: { personId: string; endnotes: EndnoteOrder; label: string },
): Opening {
  const [opening, setOpening] = useState<Opening>({ session: undefined, failure: undefined });
  const [first] = useState(options);
  useEffect(() => {
    let session: LetterSession | undefined;
    let left = false;
    async function open(): Promise<void> {
      const claim = await claimClient(letter.id, first.personId);
      if (left || !place.current) {
        claim.release();
        return;
      }
      try {
        session = new LetterSession(place.current, letter, { claim, ...first });
        setOpening({ session, failure: undefined });
      } catch (failure) {
        claim.release();
        setOpening({ session: undefined, failure });
      }
    }
    void open();
    return () => {
      left = true;
      session?.close();
    };
  }, [place, letter, first]);
  return opening;
}

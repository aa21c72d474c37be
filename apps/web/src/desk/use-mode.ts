import type { LetterDetail, LetterStanding } from '@chancery/server/api';
import { useMemo, useState } from 'react';
import { type Mode, modes } from './mode.js';

/**
 * The mode of the desk, and the modes whose controls are shown: absent rights hide the control. Whether a letter may be proofread
 * is known only with its standing; a mode that is asked for before is entered when the standing comes and allows it.
 */
export function useMode(letter: LetterDetail, standing: LetterStanding | undefined) {
  // Who may suggest, and at this stage may do no more, suggests.
  const [first] = useState<Mode>(letter.canSuggest && !letter.canEdit ? 'suggest' : 'edit');
  const [asked, setMode] = useState<Mode>(first);
  const mayRead = standing?.mayRead === true;
  const shownModes = useMemo(
    () =>
      modes.filter((each) => (each !== 'suggest' || letter.canSuggest) && (each !== 'proofread' || mayRead)),
    [letter.canSuggest, mayRead],
  );
  return { mode: shownModes.includes(asked) ? asked : first, setMode, shownModes };
}

import { useCallback, useEffect, useState } from 'react';
import { overlay } from '../app/overlay.js';
import type { CaretElement } from '../editor/caret.js';
import type { Writing } from '../editor/writing.js';
import { offer, type PaletteEntry } from '../palette/palette-entries.js';
import { setAttributeOf } from './do-markup.js';
import { departureAt, reasonOf } from './reason-of.js';

/** What the reason is asked of: an element at the caret in which the edition departs from its copy. */
interface Asked {
  readonly session: Writing;
  readonly element: Pick<CaretElement, 'id' | 'name'>;
}

/**
 * Asks, in the palette, why the edition departs from its copy at the caret, with the reasons that the element table knows. Answers
 * what asks; it is for whoever wants to say it, and nobody has to.
 */
export function useReasonPalette(session: Writing | undefined): () => void {
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => (asked ? offer('reasons', reasons(asked)) : undefined), [asked]);

  const ask = useCallback(() => {
    if (!session) return;
    const element = departureAt(session.inHand.state);
    const attribute = element && reasonOf(element.name);
    if (!element || !attribute) {
      session.tell('Put the caret into what is supplied, unclear or emended, or behind a gap, to say why.');
      return;
    }
    setAsked({ session, element });
    overlay.set({ kind: 'palette', start: '', asks: attribute.gloss.replace(/\.$/u, '') });
  }, [session]);

  useEffect(
    () =>
      session
        ? offer('reason', [
            {
              id: 'reason',
              group: 'At the caret',
              kind: 'command',
              icon: 'pen',
              label: 'Reason',
              gloss: 'why it is supplied, unclear, left out or emended',
              keys: ['Ctrl M', 'Y'],
              words: 'Reason why supplied unclear gap emended',
              run: ask,
            },
          ])
        : undefined,
    [session, ask],
  );
  return ask;
}

function reasons({ session, element }: Asked): PaletteEntry[] {
  const attribute = reasonOf(element.name);
  if (!attribute) return [];
  const view = session.inHand;
  const choose = (value: string | null) => {
    setAttributeOf({ view, tell: (sentence) => session.tell(sentence) }, element.id, attribute.name, value);
    view.focus();
  };
  const known = Object.entries(attribute.values ?? {}).map(([value, words]) =>
    entry(value, words, value, () => choose(value)),
  );
  return [...known, entry('', 'Not stated', '', () => choose(null))];
}

function entry(value: string, label: string, gloss: string, run: () => void): PaletteEntry {
  return {
    id: `reason ${value}`,
    group: 'Because',
    kind: 'answer',
    icon: 'arrow',
    label,
    gloss,
    words: `${label} ${gloss}`,
    run,
  };
}

import type { Present } from '@chancery/server/api';
import { useEffect } from 'react';
import { useSession } from '../api/use-session.js';
import { initials } from '../app/person.js';
import type { LetterSession } from '../desk/letter-session.js';
import { createStore } from '../store/store.js';
import { useStore } from '../store/use-store.js';
import { toldApart, windowWords } from './told-apart.js';

const nobody = createStore<readonly Present[]>([]);
const none = createStore<string | undefined>(undefined);

/** Who else has the letter open: a button each, which has the screen follow them. */
export function PeopleHere({ session }: { session: LetterSession | undefined }) {
  const people = useStore(session?.presence.people ?? nobody);
  const following = useStore(session?.presence.following ?? none);
  const me = useSession().data?.id;

  useEffect(() => {
    if (following === undefined || !session) return undefined;
    const stop = (event: Event) => {
      // The button that began it may be pressed again; a modifier alone is no input.
      const pressing = !(event instanceof KeyboardEvent) || event.key === 'Enter' || event.key === ' ';
      if (pressing && event.target instanceof Element && event.target.closest('.people-here')) return;
      if (event instanceof KeyboardEvent && ['Control', 'Shift', 'Alt', 'Meta', 'Tab'].includes(event.key))
        return;
      session.presence.follow(undefined);
      session.tell('You no longer follow anybody.');
    };
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const kind of kinds) addEventListener(kind, stop, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) removeEventListener(kind, stop, { capture: true });
    };
  }, [following, session]);

  if (!session || people.length === 0) return null;
  const apart = toldApart(people);
  return (
    <ul className="people-here avs" aria-label="Also at this letter">
      {people
        .toSorted((a, b) => a.person.name.localeCompare(b.person.name))
        .map((present) => {
          const { clientId, person, idle } = present;
          const { hue, window } = apart.get(clientId) ?? {};
          const words = hereWords(present, person.id === me, window);
          return (
            <li key={clientId}>
              <button
                type="button"
                className={`av ${hue ?? ''}${idle ? ' away' : ''}`}
                aria-pressed={following === clientId}
                aria-label={`${initials(person.name)}: follow ${words}`}
                title={`${words}. Press to follow.`}
                onClick={() => {
                  const next = following === clientId ? undefined : clientId;
                  session.presence.follow(next);
                  session.tell(
                    next ? `You follow ${words}. Any key stops it.` : 'You no longer follow anybody.',
                  );
                }}
              >
                {initials(person.name)}
              </button>
            </li>
          );
        })}
    </ul>
  );
}

function hereWords({ person, idle }: Present, own: boolean, window: number | undefined): string {
  const name = windowWords(own ? 'yourself in another window' : person.name, window);
  return idle ? `${name}, idle` : name;
}

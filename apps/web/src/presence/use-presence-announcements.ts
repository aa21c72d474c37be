import type { Present } from '@chancery/server/api';
import { useEffect, useRef } from 'react';
import { announce } from '../app/announce.js';
import type { LetterSession } from '../desk/letter-session.js';

/** Speaks of who has come and who has gone, never of what they type. Who was there from the start is not spoken of. */
export function usePresenceAnnouncements(session: LetterSession | undefined): void {
  const known = useRef<ReadonlyMap<string, string>>(undefined);
  useEffect(() => {
    if (!session) return undefined;
    const { people } = session.presence;
    known.current = undefined;
    const update = () => {
      const now = namesOf(people.get());
      const before = known.current;
      known.current = now;
      if (!before) return;
      const joined = [...now].filter(([id]) => !before.has(id)).map(([, name]) => name);
      const left = [...before].filter(([id]) => !now.has(id)).map(([, name]) => name);
      const words = [...joined.map((name) => `${name} joined.`), ...left.map((name) => `${name} left.`)];
      if (words.length > 0) announce(words.join(' '));
    };
    return people.subscribe(update);
  }, [session]);
}

function namesOf(people: readonly Present[]): ReadonlyMap<string, string> {
  return new Map(people.map(({ person }) => [person.id, person.name]));
}

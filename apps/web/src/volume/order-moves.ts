import type { VolumeFacts } from '@chancery/server/api';

type Ordered = Pick<VolumeFacts['documents'][number], 'name' | 'enclosedIn'>;

/** Where a document is to stand. */
export interface Place {
  readonly enclosedIn: string | null;
  readonly after: string | null;
}

/** One step up or down, into the letter above as its enclosure, or out of the letter that it is enclosed in. */
export type Move = 'up' | 'down' | 'in' | 'out';

/** The place that a step leads to; undefined where there is none. */
export function placeAfter(documents: readonly Ordered[], name: string, move: Move): Place | undefined {
  const moved = documents.find((each) => each.name === name);
  if (!moved) return undefined;
  const { enclosedIn } = moved;
  const siblings = within(documents, enclosedIn);
  const at = siblings.indexOf(moved);
  switch (move) {
    case 'up':
      return at === 0 ? undefined : { enclosedIn, after: siblings[at - 2]?.name ?? null };
    case 'down': {
      const next = siblings[at + 1];
      return next && { enclosedIn, after: next.name };
    }
    case 'in': {
      const letter = siblings[at - 1];
      return (
        letter && { enclosedIn: letter.name, after: within(documents, letter.name).at(-1)?.name ?? null }
      );
    }
    default: {
      const letter = documents.find((each) => each.name === enclosedIn);
      return letter && { enclosedIn: letter.enclosedIn, after: letter.name };
    }
  }
}

/** The place of what is put down before or behind a document. */
export function placeBeside(
  documents: readonly Ordered[],
  name: string,
  beside: string,
  where: 'before' | 'behind',
): Place | undefined {
  const there = documents.find((each) => each.name === beside);
  if (!there || beside === name) return undefined;
  if (where === 'behind') return { enclosedIn: there.enclosedIn, after: beside };
  const siblings = within(documents, there.enclosedIn).filter((each) => each.name !== name);
  return { enclosedIn: there.enclosedIn, after: siblings[siblings.indexOf(there) - 1]?.name ?? null };
}

function within(documents: readonly Ordered[], letter: string | null): readonly Ordered[] {
  return documents.filter(({ enclosedIn }) => enclosedIn === letter);
}

import type { LetterTarget } from '../header/volume-metadata.js';
import type { DocumentPlace, DocumentStep } from './volume-edit.js';

type Ordered = Pick<LetterTarget, 'id' | 'enclosedIn'>;

/** The place that a step leads to; undefined where there is none. */
export function placeAfter(
  documents: readonly Ordered[],
  id: string,
  step: DocumentStep,
): DocumentPlace | undefined {
  const moved = documents.find((each) => each.id === id);
  if (!moved) return undefined;
  const enclosedIn = moved.enclosedIn ?? null;
  const siblings = within(documents, enclosedIn);
  const at = siblings.indexOf(moved);
  switch (step) {
    case 'up':
      return at === 0 ? undefined : { enclosedIn, after: siblings[at - 2]?.id ?? null };
    case 'down': {
      const next = siblings[at + 1];
      return next && { enclosedIn, after: next.id };
    }
    case 'in': {
      const letter = siblings[at - 1];
      return letter && { enclosedIn: letter.id, after: within(documents, letter.id).at(-1)?.id ?? null };
    }
    default: {
      const letter = documents.find((each) => each.id === enclosedIn);
      return letter && { enclosedIn: letter.enclosedIn ?? null, after: letter.id };
    }
  }
}

/** The place of what is put down before or behind a document; undefined beside itself, or beside what is not there. */
export function placeBeside(
  documents: readonly Ordered[],
  id: string,
  beside: string,
  where: 'before' | 'behind',
): DocumentPlace | undefined {
  const there = documents.find((each) => each.id === beside);
  if (!there || beside === id) return undefined;
  const enclosedIn = there.enclosedIn ?? null;
  if (where === 'behind') return { enclosedIn, after: beside };
  const siblings = within(documents, enclosedIn).filter((each) => each.id !== id);
  return { enclosedIn, after: siblings[siblings.indexOf(there) - 1]?.id ?? null };
}

/**
 * The steps by which each document can be moved, in the order of the documents.
 */
export function stepsOf(documents: readonly Ordered[]): DocumentStep[][] {
  const ends = new Map<string | null, { first: Ordered; last: Ordered }>();
  for (const document of documents) {
    const letter = document.enclosedIn ?? null;
    ends.set(letter, { first: ends.get(letter)?.first ?? document, last: document });
  }
  return documents.map((document) => {
    const { first, last } = ends.get(document.enclosedIn ?? null) ?? {};
    return [
      ...(document === first ? [] : (['up'] as const)),
      ...(document === last ? [] : (['down'] as const)),
      ...(document === first ? [] : (['in'] as const)),
      ...(document.enclosedIn === undefined ? [] : (['out'] as const)),
    ];
  });
}

function within(documents: readonly Ordered[], letter: string | null): readonly Ordered[] {
  return documents.filter(({ enclosedIn }) => (enclosedIn ?? null) === letter);
}

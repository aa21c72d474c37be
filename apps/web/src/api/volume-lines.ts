import type { Targets, VolumeLine } from '@chancery/server/api';
import { type LetterLine, numberAndDate } from '../letters/letter-line.js';
import { titleCase } from '../letters/title-case.js';
import { api } from './client.js';

/** What stands around a letter: itself, the letters before and behind it, and what it refers to. */
export interface Surroundings {
  readonly line: LetterLine | undefined;
  readonly previous: LetterLine | undefined;
  readonly next: LetterLine | undefined;
  readonly referred: readonly LetterLine[];
}

export async function getSurroundings(letterId: string): Promise<Surroundings> {
  const answer = await api.letters[':letterId'].surroundings.$get({ param: { letterId } });
  const { line, previous, next, referred } = await answer.json();
  return {
    line: line ? lineOf(line) : undefined,
    previous: previous ? lineOf(previous) : undefined,
    next: next ? lineOf(next) : undefined,
    referred: referred.map(lineOf),
  };
}

/** A note or a page that may be referred to. */
export interface TargetPlace extends Pick<Targets['places'][number], 'kind' | 'id' | 'n' | 'named'> {
  readonly letter: LetterLine;
}

/** Letters, notes and pages by what was typed: a few of each. */
export async function findTargets(
  editionId: string,
  words: string,
): Promise<{ letters: LetterLine[]; places: TargetPlace[] }> {
  const answer = await api.editions[':editionId'].targets.$get({ param: { editionId }, query: { words } });
  const { letters, places } = await answer.json();
  return {
    letters: letters.map(lineOf),
    places: places.map((place) => ({ ...place, letter: lineOf(place.letter) })),
  };
}

/** Gives a page the identifier that it was offered under. */
export async function namePage(letterId: string, pageId: string): Promise<void> {
  await api.letters[':letterId'].pages[':pageId'].$put({ param: { letterId, pageId } });
}

function lineOf({
  id,
  name,
  path,
  kind,
  number,
  enclosedIn,
  title,
  date,
  incipit,
  stage,
}: VolumeLine): LetterLine {
  const isFile = kind === 'front';
  return {
    id,
    name,
    path,
    enclosedIn,
    group: isFile ? 'Front matter' : date?.when.slice(0, 4) || 'Undated',
    ...numberAndDate({ number, date }),
    title: isFile ? 'Front matter and notes' : titleCase(title.text),
    titleSupplied: title.supplied,
    incipit,
    stage,
  };
}

import type { ReturnedOutcome, ReturnedPlan } from '@chancery/server/api';
import { counted } from '../letters/counted.js';

type Stands = ReturnedPlan['changed'][number]['here'];
type OfSeries = ReturnedPlan['ofSeries'];

/** What a file of many documents has otherwise than the edition: the letters by their names. */
export interface SeriesDifference {
  readonly series: string;
  readonly gone: readonly string[];
  readonly again: readonly string[];
}

/** So many files are named, the others counted. */
export const mostNamed = 12;

export function named(paths: readonly string[]): string {
  const more = paths.length - mostNamed;
  const names = paths.slice(0, mostNamed).map(letterName).join(', ');
  return more > 0 ? `${names} and ${more} more` : names;
}

function letterName(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.xml$/i, '');
}

/** Series that have other documents in the files than here, whatever is decided of them. */
export function seriesDifferences({ kept, leaving, putBack, stayedOut }: OfSeries): SeriesDifference[] {
  const gone = [...kept, ...leaving];
  const again = [...putBack, ...stayedOut];
  const paths = [...new Set([...gone, ...again].map(({ series }) => series))];
  const of = (letters: typeof gone, path: string) =>
    letters.filter(({ series }) => series === path).map((letter) => letterName(letter.path));
  return paths.map((series) => ({ series, gone: of(gone, series), again: of(again, series) }));
}

/** What bringing files back would do, a sentence each. */
export function planWords({ changed, added, missing, ofSeries, unchanged }: ReturnedPlan): string[] {
  const of = (which: Stands) => changed.filter(({ here }) => here === which).map(({ path }) => path);
  const [taken, edited, same] = [of('as-taken-out'), of('edited'), of('as-in-the-files')];
  const { leaving, putBack } = ofSeries;
  return [
    taken.length > 0
      ? `${counted(taken.length, 'letter')} that nobody has edited here since will be as in the files, as a revision: ${named(taken)}.`
      : '',
    edited.length > 0
      ? `${counted(edited.length, 'letter')} edited here since will get suggestions, and nothing of it is touched: ${named(edited)}.`
      : '',
    added.length > 0 ? `${counted(added.length, 'new letter')} will be added: ${named(added)}.` : '',
    ...moves(leaving, 'will leave'),
    ...moves(putBack, 'will come back into'),
    missing.length > 0
      ? `${counted(missing.length, 'letter')} not among the files will stay as here: ${named(missing)}.`
      : '',
    same.length > 0 ? `${counted(same.length, 'letter')} the same here already: ${named(same)}.` : '',
    unchanged > 0 ? `${counted(unchanged, 'file')} without a change.` : '',
  ].filter(Boolean);
}

/** Whether bringing files back would do anything. */
export function doesAnything({ changed, added, ofSeries: { leaving, putBack } }: ReturnedPlan): boolean {
  return (
    changed.some(({ here }) => here !== 'as-in-the-files') ||
    added.length + leaving.length + putBack.length > 0
  );
}

/** What came of it, a sentence each. */
export function outcomeWords({ brought, added, ofSeries }: ReturnedOutcome): string[] {
  const of = (which: (typeof brought)[number]['outcome']) =>
    brought.filter(({ outcome }) => outcome === which).map(({ path }) => path);
  const [taken, suggested, notCompared] = [of('taken'), of('suggested'), of('not-compared')];
  const sum = (count: (each: (typeof brought)[number]) => number) =>
    brought.reduce((total, each) => total + count(each), 0);
  const overtaken = sum((each) => each.overtaken);
  const told = [
    taken.length > 0 ? `${counted(taken.length, 'letter')} brought up to date: ${named(taken)}.` : '',
    suggested.length > 0
      ? `${counted(
          sum((each) => each.suggestions),
          'suggestion',
        )} to be decided in ${counted(suggested.length, 'letter')} edited here since: ${named(suggested)}.${
          overtaken > 0 ? ` The places of ${overtaken} of them were edited too.` : ''
        }`
      : '',
    added.length > 0 ? `${counted(added.length, 'letter')} added: ${named(added)}.` : '',
    ...moves(ofSeries.leaving, 'left'),
    ...moves(ofSeries.putBack, 'came back into'),
    notCompared.length > 0 ? `To be compared by hand, nothing was done: ${named(notCompared)}.` : '',
  ].filter(Boolean);
  return told.length > 0 ? told : ['Nothing was different.'];
}

function moves(letters: OfSeries['leaving'], verb: string): string[] {
  const all = [...new Set(letters.map(({ series }) => series))];
  return all.map((series) => {
    const names = named(letters.filter((each) => each.series === series).map(({ path }) => path));
    return `${names} ${verb} ${series}.`;
  });
}

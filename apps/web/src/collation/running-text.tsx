import type { Collation } from '@chancery/server/api';
import { Fragment } from 'react';
import { isOpen, readingWords, settledWords } from './discrepancy-words.js';

interface Stretch {
  /** Where it begins in the whole text: by this it is known. */
  readonly at: number;
  readonly text: string;
  readonly place: number | null;
}

/** The text as it now stands: what is decided in its place, what is open with both readings. */
export function RunningText({ collation, current }: { collation: Collation; current: number }) {
  return (
    <section className="run" aria-label="Text as it now stands">
      <h2>Text as it now stands</h2>
      {paragraphsOf(collation.running).map((paragraph) => (
        <p key={paragraph[0]?.at}>
          {paragraph.map(({ at, text, place }) => (
            <Fragment key={`${at} ${place}`}>
              {place === null ? (
                text
              ) : (
                <Place collation={collation} place={place} current={place === current} />
              )}
            </Fragment>
          ))}
        </p>
      ))}
    </section>
  );
}

function paragraphsOf(running: Collation['running']): Stretch[][] {
  const paragraphs: Stretch[][] = [[]];
  let at = 0;
  for (const { text, place } of running) {
    const lines = text.split('\n');
    lines.forEach((line, index) => {
      if (index > 0) paragraphs.push([]);
      const isPlace = place !== null && index === lines.length - 1;
      if (line !== '' || isPlace) paragraphs.at(-1)?.push({ at, text: line, place });
      at += line.length + 1;
    });
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function Place({ collation, place, current }: { collation: Collation; place: number; current: boolean }) {
  const discrepancy = collation.discrepancies[place];
  if (!discrepancy) return null;
  const { a, b, kind } = discrepancy;
  const words = settledWords(discrepancy) ?? `${readingWords(a, kind)} | ${readingWords(b, kind)}`;
  const state = current ? 'fork cur' : isOpen(discrepancy) ? 'fork open' : 'fork';
  return (
    <>
      {' '}
      <span className={state}>
        {words === 'nothing' ? '⟨nothing⟩' : words}
        <sup>{place + 1}</sup>
      </span>{' '}
    </>
  );
}

import type { Collation } from '@chancery/server/api';
import { Fragment } from 'react';
import { isOpen, readingWords, settledWords } from './discrepancy-words.js';

/** The text as it now stands: what is decided in its place, what is open with both readings. */
export function RunningText({ collation, current }: { collation: Collation; current: number }) {
  const paragraphs: Collation['running'][] = [[]];
  for (const stretch of collation.running) {
    const lines = stretch.text.split('\n');
    for (const [index, text] of lines.entries()) {
      if (index > 0) paragraphs.push([]);
      if (text !== '' || (stretch.place !== null && index === lines.length - 1))
        paragraphs.at(-1)?.push({ text, place: stretch.place });
    }
  }
  return (
    <section className="run" aria-label="Text as it now stands">
      <h2>Text as it now stands</h2>
      {paragraphs
        .filter((paragraph) => paragraph.length > 0)
        .map((paragraph, index) => (
          // Paragraphs have no names of their own, and never change their order.
          <p key={`${index}-${paragraph[0]?.text.slice(0, 20)}`}>
            {paragraph.map(({ text, place }, part) => (
              <Fragment key={`${part}-${place}`}>
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

import { alignWords, wordsOf } from '@chancery/collation';
import { Fragment } from 'react';

/** A note’s words; against an earlier wording, what was taken away and what was added since. */
export function Wording({ text, against }: { text: string; against: string | undefined }) {
  if (text === '') return <p className="note-wording quiet">The note has no text yet.</p>;
  if (against === undefined) return <p className="note-wording">{text}</p>;
  const [before, now] = [wordsOf(against), wordsOf(text)];
  const joined = (words: typeof now, from: number, to: number) =>
    words
      .slice(from, to)
      .map((word) => word.text)
      .join('');
  return (
    <p className="note-wording">
      {alignWords(before, now).map(({ same, from, to, otherFrom, otherTo }) => (
        <Fragment key={`${from} ${otherFrom}`}>
          {same ? null : <del>{joined(before, from, to)}</del>}
          {same ? joined(now, otherFrom, otherTo) : <ins>{joined(now, otherFrom, otherTo)}</ins>}
        </Fragment>
      ))}
    </p>
  );
}

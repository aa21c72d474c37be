import type { LetterDetail } from '@chancery/server/api';
import { useRef } from 'react';
import type { Volume } from '../api/volume.js';
import type { Surroundings } from '../api/volume-lines.js';
import { Failure } from '../app/failure.js';
import { headingOf } from '../collation/heading-of.js';
import { endnoteOrder } from '../editor/endnote-order.js';
import { letterHeading } from '../letters/letter-heading.js';
import { OpenDesk } from './open-desk.js';
import { useLetterSession } from './use-letter-session.js';

/** The letter desk: the sheet stands at once, and the rest of the desk as soon as the letter is open in it. */
export function Desk(props: {
  letter: LetterDetail;
  volume: Volume | undefined;
  around: Surroundings;
  personId: string;
}) {
  const { letter, volume, around, personId } = props;
  const place = useRef<HTMLDivElement>(null);
  const { line } = around;
  const heading = letter.keyingOf
    ? `Transcription of ${headingOf(letter.keyingOf)}`
    : line
      ? letterHeading(line)
      : letter.id;
  const { session, failure } = useLetterSession(place, letter, {
    personId,
    endnotes: endnoteOrder(volume?.endnotes ?? [], undefined, volume?.noteRules),
    label: line && line.number !== '' ? `Text of No. ${line.number}` : `Text of ${line?.title ?? letter.id}`,
  });
  const sheet = <div className="letter-place" ref={place} />;
  if (failure)
    return (
      <main id="main">
        <Failure
          what={`${heading} cannot be opened at the desk.`}
          safe="Its source is safe on the server and can be fetched as TEI; changes kept on this device stay there."
          error={failure}
        />
      </main>
    );
  return (
    <OpenDesk
      letter={letter}
      volume={volume}
      around={around}
      heading={heading}
      session={session}
      sheet={sheet}
    />
  );
}

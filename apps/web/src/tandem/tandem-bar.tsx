import { type SpokenPassage, spokenPassages } from '@chancery/prosemirror-tei';
import type { LetterDetail } from '@chancery/server/api';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Choices } from '../app/choices.js';
import type { LetterSession } from '../desk/letter-session.js';
import { counted } from '../letters/counted.js';
import { useStore } from '../store/use-store.js';
import { SignForm } from './sign-form.js';
import { StopForm } from './stop-form.js';
import { readingNow } from './tandem-plugin.js';
import { useSpeech } from './use-speech.js';

type Phase = 'reading' | 'stopping' | 'signing' | 'signed';

/**
 * A reading in tandem: sentence by sentence one person holds the copy while another, or the browser's voice, reads the letter
 * aloud. Space agrees, Backspace goes back a sentence, X stops, P pauses the voice; at the end both sign.
 */
export function TandemBar({ session, letter }: { session: LetterSession; letter: LetterDetail }) {
  const changes = useStore(session.changes);
  const { language } = session;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the text makes another document.
  const passages = useMemo(
    () => spokenPassages(session.view.state.doc, language),
    [session, language, changes],
  );
  const [reached, setReached] = useState(0);
  const [phase, setPhase] = useState<Phase>('reading');
  const [stops, setStops] = useState<readonly string[]>([]);
  const [speaks, setSpeaks] = useState(false);
  const [goesOn, setGoesOn] = useState(false);
  const [rate, setRate] = useState(1);
  const [voice, setVoice] = useState('');
  const speech = useSpeech();
  const agrees = useRef<HTMLButtonElement>(null);
  const id = useId();
  const at = Math.min(reached, passages.length - 1);
  const passage: SpokenPassage | undefined = passages[at];
  const { say, silence } = speech;
  const onSaid = useRef<() => void>(undefined);
  onSaid.current = () => {
    if (goesOn && phase === 'reading') goOn();
  };

  useEffect(() => {
    if (phase === 'reading') agrees.current?.focus();
  }, [phase]);

  useEffect(() => {
    const { view } = session;
    view.dispatch(
      view.state.tr.setMeta(
        readingNow,
        phase === 'reading' || phase === 'stopping' ? (passage ?? null) : null,
      ),
    );
    view.dom.querySelector('.reading-now')?.scrollIntoView({ block: 'center' });
  }, [session, passage, phase]);

  useEffect(
    () => () => {
      if (!session.view.isDestroyed) session.view.dispatch(session.view.state.tr.setMeta(readingNow, null));
    },
    [session],
  );

  const said = passage?.said;
  useEffect(() => {
    if (!speaks || phase !== 'reading' || said === undefined) silence();
    else say(said, { voice, rate, language }, () => onSaid.current?.());
  }, [speaks, phase, said, voice, rate, language, say, silence]);

  function goOn(): void {
    if (at + 1 < passages.length) setReached(at + 1);
    else setPhase('signing');
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    // A box that is ticked needs the space bar only.
    const isTick = target.matches('input[type="checkbox"]');
    if (phase !== 'reading' || (isTick ? key === ' ' : target.matches('input, select'))) return;
    if (key === ' ') goOn();
    else if (key === 'Backspace') setReached(Math.max(0, at - 1));
    else if (key === 'x' && letter.canComment) setPhase('stopping');
    else if (key === 'p') speech.pause();
    else return;
    event.preventDefault();
  }

  if (passages.length === 0) return <p className="bar quiet">There is nothing to be read in this letter.</p>;
  return (
    <section className="tandem" aria-label="Tandem reading" data-pane="" onKeyDown={onKeyDown}>
      {phase === 'reading' || phase === 'stopping' ? (
        <div className="bar">
          <strong>Tandem reading</strong>
          <span role="status" className="quiet">
            Sentence {at + 1} of {passages.length}, {passage?.place}
            {stops.length === 0 ? '' : `, ${counted(stops.length, 'stop')}`}
          </span>
          <span className="grow" />
          <button type="button" className="btn small" onClick={() => setReached(Math.max(0, at - 1))}>
            Back <kbd>Backspace</kbd>
          </button>
          {letter.canComment ? (
            <button type="button" className="btn small" onClick={() => setPhase('stopping')}>
              Stop <kbd>X</kbd>
            </button>
          ) : null}
          <button type="button" className="btn small primary" ref={agrees} data-pane-focus="" onClick={goOn}>
            Agrees <kbd>Space</kbd>
          </button>
        </div>
      ) : null}
      {phase === 'reading' ? (
        <fieldset className="bar speech">
          <legend className="sr">The voice</legend>
          {speech.voices.length === 0 ? (
            <p className="quiet">
              This browser has no voice: one of you reads aloud, and says signs and capitals.
            </p>
          ) : (
            <>
              <Tick id={`${id}speaks`} label="Speak" checked={speaks} onCheck={setSpeaks} />
              <Tick id={`${id}on`} label="Go on by itself" checked={goesOn} onCheck={setGoesOn} />
              <label htmlFor={`${id}voice`}>Voice</label>
              <select
                id={`${id}voice`}
                className="field small"
                value={voice}
                onChange={(event) => setVoice(event.target.value)}
              >
                <option value="">the browser’s own</option>
                <Choices of={speech.voices.map((each) => [each.voiceURI, each.name])} />
              </select>
              <label htmlFor={`${id}rate`}>Speed</label>
              <input
                id={`${id}rate`}
                type="range"
                min={0.5}
                max={2}
                step={0.1}
                value={rate}
                aria-valuetext={`${rate} times`}
                onChange={(event) => setRate(Number(event.target.value))}
              />
              {speaks ? (
                <button
                  type="button"
                  className="btn small"
                  aria-pressed={speech.paused}
                  onClick={speech.pause}
                >
                  Pause <kbd>P</kbd>
                </button>
              ) : null}
            </>
          )}
        </fieldset>
      ) : null}
      {phase === 'stopping' && passage ? (
        <StopForm
          session={session}
          letter={letter}
          passage={passage}
          onDone={(note) => {
            setStops([...stops, note]);
            setPhase('reading');
            session.tell('The stop is recorded.');
          }}
          onCancel={() => setPhase('reading')}
        />
      ) : null}
      {phase === 'signing' ? (
        <SignForm
          letter={letter}
          stops={stops}
          onDone={() => {
            setPhase('signed');
            session.tell('The reading is signed, and stands in the ledger.');
          }}
          onCancel={() => setPhase('reading')}
        />
      ) : null}
      {phase === 'signed' ? (
        <p className="bar">
          The reading is signed.
          <button
            type="button"
            className="btn small"
            onClick={() => {
              setReached(0);
              setStops([]);
              setPhase('reading');
            }}
          >
            Read it again
          </button>
        </p>
      ) : null}
    </section>
  );
}

function Tick(props: { id: string; label: string; checked: boolean; onCheck: (on: boolean) => void }) {
  return (
    <span className="tick">
      <input
        id={props.id}
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onCheck(event.target.checked)}
      />
      <label htmlFor={props.id}>{props.label}</label>
    </span>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { getSteps, getVersion } from '../api/client.js';
import { announce } from '../app/announce.js';
import { Choices } from '../app/choices.js';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { Person } from '../app/person.js';
import type { LetterSession } from '../desk/letter-session.js';
import { useMedia } from '../desk/use-media.js';
import type { EndnoteOrder } from '../editor/endnote-order.js';
import { Film, type Frame } from './film.js';
import { PlaybackSheet } from './playback-sheet.js';
import { momentWords } from './when-words.js';

/** How long each doing is shown while the letter plays, in milliseconds, at the usual pace. */
const usual = 900;
/** Where less motion is wanted, nothing follows faster than this. */
const calm = 2_000;

const paces = [0.5, 1, 2, 4, 8] as const;

/** The letter as it grew: a sheet to be read, with a slider over its versions. */
export function PlaybackView(props: {
  session: LetterSession;
  letterId: string;
  endnotes: EndnoteOrder;
  label: string;
  /** The version that it begins with, and the one that it ends with. */
  at: number;
  last: number;
}) {
  const { session, letterId } = props;
  const [last] = useState(props.last);
  const queries = useQueryClient();
  const [film] = useState(
    () =>
      new Film(last, {
        version: (version) =>
          queries.fetchQuery({
            queryKey: ['version', letterId, version],
            queryFn: () => getVersion(letterId, version),
            staleTime: Number.POSITIVE_INFINITY,
          }),
        steps: (after, upTo) => getSteps(letterId, after, upTo),
      }),
  );
  const [version, setVersion] = useState(Math.min(props.at, last));
  const [frame, setFrame] = useState<Frame>();
  const [failure, setFailure] = useState<unknown>();
  const [playing, setPlaying] = useState(false);
  const [pace, setPace] = useState<number>(1);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const place = useRef<HTMLDivElement>(null);
  const sheet = useRef<PlaybackSheet>(undefined);
  const slider = useRef<HTMLInputElement>(null);
  const [first] = useState({ endnotes: props.endnotes, label: props.label });

  useEffect(() => slider.current?.focus(), []);
  useEffect(() => () => sheet.current?.close(), []);

  useEffect(() => {
    let wanted = true;
    film.frame(version).then(
      (next) => {
        if (wanted) setFrame(next);
        if (wanted) setFailure(undefined);
      },
      (error: unknown) => (wanted ? setFailure(error) : undefined),
    );
    return () => {
      wanted = false;
    };
  }, [film, version]);

  useEffect(() => {
    if (!frame || !place.current) return;
    if (sheet.current) sheet.current.show(frame);
    else sheet.current = new PlaybackSheet(place.current, frame, first);
  }, [frame, first]);

  const step = useCallback(
    (direction: 1 | -1): void => {
      const going = direction === 1 ? film.next(version) : film.previous(version);
      going.then(setVersion, setFailure);
    },
    [film, version],
  );

  useEffect(() => {
    if (!playing || frame?.version !== version) return undefined;
    if (version >= last) {
      setPlaying(false);
      announce('The letter is as it is now.');
      return undefined;
    }
    const timer = setTimeout(() => step(1), Math.max(usual / pace, still ? calm : 0));
    return () => clearTimeout(timer);
  }, [playing, frame, version, last, pace, still, step]);

  function close(): void {
    session.lookBack.set(undefined);
  }

  function play(): void {
    if (!playing && version >= last) setVersion(0);
    setPlaying(!playing);
  }

  function seek(next: number): void {
    setPlaying(false);
    setVersion(next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    const onControl = target instanceof HTMLElement && target.closest('button, select, input');
    if (key === 'Escape') close();
    else if (key === ' ' && (!onControl || target === slider.current)) play();
    else if (key === 'j' || key === 'J') move(1);
    else if (key === 'k' || key === 'K') move(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function move(direction: 1 | -1): void {
    setPlaying(false);
    step(direction);
  }

  const told = frame ? frameWords(frame, last) : '';
  return (
    <section className="look-back" aria-label="The letter as it grew" data-pane="" onKeyDown={onKeyDown}>
      <div className="bar playback">
        <button type="button" className="iconbtn" disabled={version <= 0} onClick={() => move(-1)}>
          <Icon name="left" />
          <span className="sr">What was done before, K</span>
        </button>
        <button type="button" className="btn small" aria-pressed={playing} onClick={play}>
          <Icon name={playing ? 'pause' : 'play'} />
          {playing ? 'Pause' : 'Play'} <kbd>Space</kbd>
        </button>
        <button type="button" className="iconbtn" disabled={version >= last} onClick={() => move(1)}>
          <Icon name="right" />
          <span className="sr">What was done next, J</span>
        </button>
        <input
          ref={slider}
          type="range"
          min={0}
          max={last}
          value={version}
          aria-label="Version"
          aria-valuetext={told === '' ? `Version ${version}` : told}
          onChange={(event) => seek(Number(event.target.value))}
          data-pane-focus=""
        />
        <label className="pace">
          Pace
          <select className="field" value={pace} onChange={(event) => setPace(Number(event.target.value))}>
            <Choices of={paces.map((each) => [each, `${each}×`])} />
          </select>
        </label>
        <button type="button" className="btn small" onClick={close}>
          Back to the text <kbd>Esc</kbd>
        </button>
      </div>
      <p className="bar told">
        {frame?.by === undefined ? null : <Person name={frame.by} />}
        <span>{told}</span>
        {frame && frame.version === last ? <span className="quiet">as it is now</span> : null}
      </p>
      {failure === undefined ? null : (
        <Failure
          what="This version cannot be shown."
          safe="The letter and its history are safe."
          error={failure}
        />
      )}
      <section className="scroll" aria-label="The text as it was" tabIndex={frame ? 0 : -1}>
        <div className="sheet read-only">
          <div ref={place} />
        </div>
      </section>
    </section>
  );
}

function frameWords({ version, since, by, at }: Frame, last: number): string {
  const which = `Version ${version} of ${last}`;
  if (version === 0) return `${which}, as imported, ${momentWords(at)}`;
  const doing = since < version ? `, versions ${since} to ${version}` : '';
  return `${which}, ${by ?? 'by somebody'}, ${momentWords(at)}${doing}`;
}

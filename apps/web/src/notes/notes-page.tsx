import type { NoteDetail } from '@chancery/server/api';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useVolume } from '../api/use-volume.js';
import { Failure } from '../app/failure.js';
import { ShowMore } from '../app/show-more.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { CrossingQuestion } from '../desk/crossing-question.js';
import { isTyping } from '../keys/is-typing.js';
import { type Act, NoteDecision } from './note-decision.js';
import { keyOf, NoteQueue } from './note-queue.js';
import { NoteView } from './note-view.js';
import { NotesFilter } from './notes-filter.js';
import { useKeptFocus } from './use-kept-focus.js';
import { useNoteDesk } from './use-note-desk.js';
import { useNote, useNotes } from './use-notes.js';

/** The notes of a volume in their review: the queue, the note with what calls it, and the decision. */
export function NotesPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/notes' });
  const { note: asked, show = 'mine', series } = useSearch({ from: '/volumes/$editionId/notes' });
  const navigate = useNavigate();
  const volume = useVolume(editionId).data;
  const reader = volume?.role === 'reader';
  const desk = useNoteDesk(volume);
  useTitle(reader ? 'Notes' : 'Notes review');
  const queue = useNotes(editionId, { show, ...(series ? { series } : {}) });
  const notes = queue.data?.pages.flatMap((page) => page.notes) ?? [];
  const latest = queue.data?.pages.at(-1);
  const first = notes[0];
  const current = asked ?? (first ? keyOf(first) : undefined);
  const [letterId = '', noteId = ''] = current?.split('/') ?? [];
  const { note, decide, takeBack, read } = useNote(current ? { editionId, letterId, noteId } : undefined);
  const [comment, setComment] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const stands = note.data;
  const main = useRef<HTMLElement>(null);
  const lineOf = (key: string) => document.querySelector<HTMLElement>(`[data-note="${CSS.escape(key)}"]`);
  const onFocus = useKeptFocus(main, () => (current ? lineOf(current) : null));

  const led = useRef(asked);
  useEffect(() => {
    if (led.current === undefined || !queue.isSuccess) return;
    // A link to a note leads to its line, where the single keys are and which may stand far down.
    if (document.activeElement === document.body) lineOf(led.current)?.focus();
    led.current = undefined;
  });

  function act(decision: Act): void {
    if (!stands) return;
    if (decision === 'return' && comment.trim() === '') {
      field.current?.focus();
      return;
    }
    const { version, state } = stands;
    // The note stays where one is, so that what was decided can be seen and taken back.
    show === 'mine' && choose(keyOf(stands));
    decide.mutate({ decision, version, state, comment }, { onSuccess: () => setComment('') });
  }

  function choose(key: string): void {
    void navigate({
      to: '/volumes/$editionId/notes',
      params: { editionId },
      search: (before) => ({ ...before, note: key }),
    });
  }

  function move(step: 1 | -1): void {
    const here = notes.findIndex((each) => keyOf(each) === current);
    const next = notes[Math.min(Math.max(here + step, 0), notes.length - 1)];
    if (!next) return;
    decide.reset();
    takeBack.reset();
    choose(keyOf(next));
    lineOf(keyOf(next))?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const done = keysOf(stands, { act, move, readNext, takeBack: () => takeBack.mutate() })[
      event.key.toLowerCase()
    ];
    if (!done || (event.key === ' ' && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    done();
  }

  function readNext(): void {
    const next = stands?.where.find((callout) => !callout.read);
    if (stands && next) read.mutate({ version: stands.version, callout: next.key });
  }

  return (
    <>
      <main
        id="main"
        className={reader ? 'list-page notes-page reading' : 'list-page notes-page'}
        ref={main}
        tabIndex={-1}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      >
        <nav className="queue list-pane" aria-label="Queue of notes" data-pane="">
          <header>
            <h1>{reader ? 'Notes' : 'Notes review'}</h1>
            {reader ? (
              <p className="quiet">The notes that were approved, as they print.</p>
            ) : (
              <NotesFilter editionId={editionId} show={show} series={series} counts={latest} />
            )}
          </header>
          {queue.isPending ? <GreyLines count={6} label="Fetching the notes" /> : null}
          {queue.isError ? (
            <Failure
              what="The notes could not be fetched."
              safe="They are kept as they are."
              error={queue.error}
              onRetry={() => queue.refetch()}
            />
          ) : null}
          {queue.isSuccess && notes.length === 0 ? (
            <p className="empty">
              {reader
                ? 'No note has been approved yet.'
                : show === 'mine'
                  ? 'Nothing awaits you.'
                  : 'No note is in this state.'}
            </p>
          ) : null}
          <NoteQueue
            editionId={editionId}
            notes={notes}
            current={current}
            counts={show === 'mine' ? undefined : latest?.states}
          />
          <ShowMore list={queue}>Show more of {latest?.total}</ShowMore>
        </nav>
        {stands ? (
          <NoteView
            editionId={editionId}
            note={stands}
            key={keyOf(stands)}
            volume={volume}
            desk={desk}
            onBack={() => lineOf(keyOf(stands))?.focus()}
            onRead={
              stands.may.read ? (callout) => read.mutate({ version: stands.version, callout }) : undefined
            }
          />
        ) : (
          <section className="mid" aria-label="Note">
            {note.isError ? (
              <Failure
                what="The note could not be fetched."
                safe="It is kept as it is."
                error={note.error}
                onRetry={() => note.refetch()}
              />
            ) : null}
            {note.isFetching ? <GreyLines count={4} label="Opening the note" /> : null}
          </section>
        )}
        {reader ? null : stands ? (
          <NoteDecision
            note={stands}
            comment={comment}
            onComment={setComment}
            field={field}
            onAct={act}
            onTakeBack={() => takeBack.mutate()}
            busy={decide.isPending || takeBack.isPending}
            error={decide.error ?? takeBack.error ?? read.error}
          />
        ) : (
          <aside className="dec" aria-label="Decision" />
        )}
      </main>
      <CrossingQuestion />
      <footer className="stat notes-keys">
        <kbd>J</kbd> <kbd>K</kbd> next, previous note{' '}
        {reader ? null : (
          <>
            <kbd>Space</kbd> mark read <kbd>S</kbd> send <kbd>A</kbd> approve <kbd>R</kbd> return <kbd>C</kbd>{' '}
            comment{' '}
          </>
        )}
        <kbd>O</kbd> open the letter{' '}
        {reader ? null : (
          <>
            <kbd>Z</kbd> take back
          </>
        )}
      </footer>
    </>
  );
}

interface Doing {
  act: (act: Act) => void;
  move: (step: 1 | -1) => void;
  readNext: () => void;
  takeBack: () => void;
}

/** What each key does to the note as it stands; keys of what may not be done do nothing. */
function keysOf(
  note: NoteDetail | undefined,
  { act, move, readNext, takeBack }: Doing,
): Record<string, (() => void) | undefined> {
  const moves = { j: () => move(1), k: () => move(-1) };
  if (!note) return moves;
  const { decide, read, takeBack: mayTakeBack } = note.may;
  return {
    ...moves,
    ' ': read ? readNext : undefined,
    a: decide.includes('approve') ? () => act('approve') : undefined,
    r: decide.includes('return') ? () => act('return') : undefined,
    s: decide.includes('send') ? () => act('send') : undefined,
    c: () => document.querySelector<HTMLElement>('.dec .thread-on :is(textarea, .btn)')?.focus(),
    o: () => document.querySelector<HTMLElement>('.note-where a')?.click(),
    e: () => document.querySelector<HTMLElement>('[data-act="edit"]')?.click(),
    z: mayTakeBack ? takeBack : undefined,
  };
}

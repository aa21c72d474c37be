import type { LetterDetail } from '@chancery/server/api';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Volume } from '../api/volume.js';
import type { Surroundings } from '../api/volume-lines.js';
import { loadTheRest } from '../app/later.js';
import { overlay } from '../app/overlay.js';
import { beginComment } from '../comments/begin-comment.js';
import { useComments } from '../comments/use-comments.js';
import { useThreadAddress } from '../comments/use-thread-address.js';
import type { Caret } from '../editor/caret.js';
import { markupActions } from '../editor/markup-actions.js';
import { useEmendationAddress } from '../emendations/use-emendation-address.js';
import { facsimileShown, toggleFacsimile } from '../facsimile/facsimile-shown.js';
import { LazyFacsimilePane } from '../facsimile/lazy-facsimile-pane.js';
import type { FindingsState } from '../findings/findings-link.js';
import type { LookBack } from '../history/look-back.js';
import { LookBackView } from '../history/look-back-view.js';
import { useHistoryActions } from '../history/use-history-actions.js';
import { useChord } from '../keys/use-chord.js';
import type { LetterLine } from '../letters/letter-line.js';
import { LostBand } from '../losing/lost-band.js';
import { suggestBack } from '../losing/put-back.js';
import { LazyPagesPane } from '../pages/lazy-pages-pane.js';
import { pagesShown, togglePages } from '../pages/pages-shown.js';
import { PeopleHere } from '../presence/people-here.js';
import { usePresenceAnnouncements } from '../presence/use-presence-announcements.js';
import { useNamedPlace } from '../registers/use-named-place.js';
import { type SaveState, troubleOf } from '../saving/save-state.js';
import { useFoundPlace } from '../search/use-found-place.js';
import { LazySourceView } from '../source/lazy-source-view.js';
import { LetterStage } from '../stages/letter-stage.js';
import { useStanding, useTouched } from '../stages/use-standing.js';
import { createStore } from '../store/store.js';
import { useStore } from '../store/use-store.js';
import type { SuggestionsState } from '../suggesting/suggestions-link.js';
import { useSuggesting, withSuggestions } from '../suggesting/use-suggesting.js';
import { useSuggestionClicks } from '../suggesting/use-suggestion-clicks.js';
import { useSuggestions } from '../suggesting/use-suggestions.js';
import { TandemBar } from '../tandem/tandem-bar.js';
import { Apparatus, type ApparatusTab } from './apparatus.js';
import { Bands } from './bands.js';
import { copyUnsaved } from './copy-unsaved.js';
import { doStructure, redoOwn, undoOwn, whyNotMarkup } from './do-markup.js';
import type { SourcePlace } from './go-to-source.js';
import { GoneNotes } from './gone-note-band.js';
import { LetterBar } from './letter-bar.js';
import type { LetterSession } from './letter-session.js';
import { MarginNotes } from './margin-notes.js';
import { modeKeys, modes } from './mode.js';
import { pathToVolume } from './path-to-volume.js';
import { StatusBar } from './status-bar.js';
import { DeskToolbar } from './toolbar.js';
import { useAnchor } from './use-anchor.js';
import { useFindingAnnouncements, useSaveAnnouncements } from './use-announcements.js';
import { useAsPrinted } from './use-as-printed.js';
import { useChanges } from './use-changes.js';
import { useDeskPalette } from './use-desk-palette.js';
import { useFindingKeys } from './use-finding-keys.js';
import { useGently } from './use-gently.js';
import { useListedPlace } from './use-listed-place.js';
import { useMedia } from './use-media.js';
import { useMode } from './use-mode.js';
import { useNamePalette } from './use-name-palette.js';
import { useReasonPalette } from './use-reason-palette.js';
import { useReferencePalette } from './use-reference-palette.js';
import { useReferences } from './use-references.js';

const notYet = {
  save: createStore<SaveState>({ kind: 'saved', version: 0 }),
  caret: createStore<Caret>({ place: '', elements: [], empty: true }),
  findings: createStore<FindingsState>({ kind: 'waiting', findings: [] }),
  canEdit: createStore(false),
  keeps: createStore(true),
  noteToWrite: createStore<number | undefined>(undefined),
  emending: createStore(false),
  said: createStore<string | undefined>(undefined),
  suggestions: createStore<SuggestionsState>({ kind: 'waiting', open: [], decided: [] }),
  lookBack: createStore<LookBack | undefined>(undefined),
};

/** All of the desk around the sheet. Until `session` is there it shows the frame, and nothing can be done. */
export function OpenDesk(props: {
  letter: LetterDetail;
  volume: Volume | undefined;
  /** The letter in its volume, and the letters around it. */
  around: Surroundings;
  heading: string;
  session: LetterSession | undefined;
  sheet: ReactNode;
}) {
  const { session, volume, letter } = props;
  const navigate = useNavigate();
  const saving = session?.saver.state ?? notYet.save;
  const trouble = useStore(saving, troubleOf);
  const caret = useStore(session?.caret ?? notYet.caret);
  const findings = useGently(session, session?.findings.state ?? notYet.findings);
  const said = useStore(session?.said ?? notYet.said);
  const suggestions = useStore(session?.suggestions.state ?? notYet.suggestions);
  const allowed = useStore(session?.saver.canEdit ?? notYet.canEdit);
  const keeps = useStore(session?.saver.keeps ?? notYet.keeps);
  const lookBack = useStore(session?.lookBack ?? notYet.lookBack);
  useChanges(session);
  const standing = useStanding(letter).data;
  const { mode, setMode, shownModes } = useMode(letter, standing);
  const [marksShown, setMarksShown] = useState(true);
  const [tab, setTab] = useState<ApparatusTab>('findings');
  const [summoned, setSummoned] = useState(0);
  const [stageCalled, setStageCalled] = useState(false);
  const [finding, setFinding] = useState<string>();
  const tooNarrow = useMedia('(max-width: 767px)');
  const withPages = useStore(pagesShown);
  const withFacsimile = useStore(facsimileShown);
  const suggesting = useSuggesting(session, {
    mode,
    shutOut: trouble.kind === 'shut-out',
    canSuggest: letter.canSuggest,
    canEdit: allowed,
  });
  const canEdit =
    session !== undefined &&
    !tooNarrow &&
    !lookBack &&
    (mode === 'suggest' ? suggesting.on : allowed && mode !== 'read' && mode !== 'proofread');

  const volumePath = pathToVolume(letter);
  const { line, previous, next } = props.around;

  useEffect(() => loadTheRest(), []);
  useEffect(() => session?.setEditable(canEdit), [session, canEdit]);
  const references = useReferences(session, letter, volume, props.around);
  const { endnotes } = references;
  useAsPrinted(session, volume, line, findings.metadata);
  const writesElsewhere = useStore(session?.writesElsewhere ?? notYet.canEdit);
  const canMark = canEdit || writesElsewhere;
  const markAs = useNamePalette(canMark ? session : undefined, volume, volumePath);
  const sayWhy = useReasonPalette(canMark ? session : undefined);
  useReferencePalette(canMark ? session : undefined, volume, volumePath, references);
  const noteToWrite = useStore(session?.noteToWrite ?? notYet.noteToWrite);
  useEffect(() => {
    if (noteToWrite !== undefined) setTab('notes');
  }, [noteToWrite]);
  const emending = useStore(session?.emending ?? notYet.emending);
  useEffect(() => {
    if (!emending) return;
    setTab('marks');
    setSummoned((times) => times + 1);
  }, [emending]);
  useSaveAnnouncements(session, saving, suggesting.waiting);
  useFindingAnnouncements(findings);
  usePresenceAnnouncements(session);
  useAnchor(session);
  useSuggestions(session, letter);
  useSuggestionClicks(session, () => setTab('suggestions'));
  const threads = useComments(session, letter);
  const showComments = useCallback(() => {
    setTab('comments');
    setSummoned((times) => times + 1);
  }, []);
  useTouched(session, letter.id, standing);
  const stageArrived = useCallback(() => setStageCalled(false), []);
  const showStage = useCallback(() => {
    setTab('stage');
    setSummoned((times) => times + 1);
    setStageCalled(true);
  }, []);
  useThreadAddress(session, threads.data, showComments);
  const showMetadata = useCallback(
    (place: SourcePlace) => {
      session?.headerPlace.set(place);
      setTab('metadata');
      setSummoned((times) => times + 1);
    },
    [session],
  );
  const showSource = useCallback(() => setMode('source'), [setMode]);
  useFoundPlace(session, showMetadata);
  useNamedPlace(session, showMetadata);
  useEmendationAddress(
    session,
    useCallback(() => setTab('marks'), []),
  );

  function comment(): void {
    if (!session || !letter.canComment) return;
    if (beginComment(session, letter.id, volume?.fileId ?? undefined)) showComments();
  }

  function go(to: LetterLine | undefined): void {
    if (to) void navigate({ to: '/letters/$letterId', params: { letterId: to.id } });
  }

  const showHistory = useCallback(() => setTab('history'), []);
  const ofHistory = useHistoryActions(session, letter.canReadHistory, showHistory);
  const chord = useChord((key) => {
    if (ofHistory(key)) return;
    const wanted = modes.find((each) => modeKeys[each] === key);
    if (wanted) setMode(wanted);
    else if (key === '[') go(previous);
    else if (key === ']') go(next);
    else if (key === 'k') comment();
    else if (key === 'r' && canMark) overlay.set({ kind: 'palette', start: 'refer to ' });
    else if (key === 'y' && canMark) sayWhy();
    else if (key === 'o') showStage();
    else if (key === 'v') togglePages();
    else if (key === 'i') toggleFacsimile();
    else {
      const action = markupActions.find((each) => each.shortcut === key);
      if (!action || !session) return;
      if (!canMark) session.tell('The letter is read only now: nothing can be marked in it.');
      else if (action.name === 'ptr') overlay.set({ kind: 'palette', start: 'call endnote ' });
      else markAs(action);
    }
  });
  const { goToFinding, fixFinding } = useFindingKeys(session, {
    current: finding,
    canEdit,
    onCurrent: (key) => {
      setFinding(key);
      setTab('findings');
    },
    onSource: showSource,
  });
  useListedPlace(
    session,
    { findings, hasSuggestions: suggestions.kind === 'known' },
    { finding: goToFinding, metadata: showMetadata, suggestion: () => setTab('suggestions') },
  );
  useDeskPalette({
    session,
    endnotes: endnotes.labelled,
    canEdit,
    canMark,
    shownModes,
    setMode,
    letterId: letter.id,
    volumePath,
    showStage,
    mark: markAs,
    ...(letter.canComment ? { comment } : {}),
  });

  return (
    <div className="desk-page">
      <section aria-label="About this letter">
        <LetterBar
          heading={props.heading}
          stage={
            letter.keyingOf ? (
              <Link
                className="btn small"
                to="/collation/$letterId"
                params={{ letterId: letter.keyingOf.letterId }}
              >
                {canEdit ? 'Hand in …' : 'Collation'}
              </Link>
            ) : standing ? (
              <LetterStage standing={standing} onPass={showStage} />
            ) : null
          }
          previous={previous}
          next={next}
          modes={shownModes}
          mode={mode}
          onMode={setMode}
          people={<PeopleHere session={session} />}
        />
        <Bands
          save={withSuggestions(trouble, suggesting.waiting)}
          suggesting={session && !tooNarrow ? suggesting.said : undefined}
          keeps={keeps}
          lost={
            session ? (
              <>
                <LostBand
                  session={session}
                  canEdit={canEdit}
                  onSuggest={
                    letter.canSuggest && mode !== 'suggest' && !tooNarrow
                      ? (loss) => {
                          if (suggestBack(session, loss)) setMode('suggest');
                        }
                      : undefined
                  }
                />
                {canEdit && mode !== 'suggest' ? (
                  <GoneNotes session={session} volume={volume} endnotes={endnotes} />
                ) : null}
              </>
            ) : null
          }
          readOnly={readOnlyReason(
            session !== undefined,
            // What is read in tandem is fixed for everybody.
            allowed || mode === 'suggest' || mode === 'proofread',
            tooNarrow,
            standing?.cannot.edit,
          )}
          onRetry={() => session?.saver.retryNow()}
          onCopy={() => (session ? copyUnsaved(session.view) : undefined)}
          onTakeBack={() => session?.takeBack()}
          onSuggest={
            session && letter.canSuggest && session.maySuggestWaiting
              ? () => {
                  session.suggestWaiting();
                  setMode('suggest');
                  session.view.focus();
                }
              : undefined
          }
        />
      </section>
      <main id="main" className="desk">
        {withFacsimile && session && line?.group !== 'Front matter' ? (
          <LazyFacsimilePane
            session={session}
            letterId={letter.id}
            editionId={letter.editionId}
            canEdit={canEdit && mode !== 'suggest'}
            onClose={toggleFacsimile}
          />
        ) : null}
        <section className="pane text" aria-label="Letter">
          {session ? (
            <LookBackView
              session={session}
              letterId={letter.id}
              endnotes={endnotes.order}
              label={`${props.heading} as it was`}
            />
          ) : null}
          {lookBack ? null : mode === 'proofread' && session ? (
            <TandemBar session={session} letter={letter} />
          ) : mode !== 'read' ? (
            <DeskToolbar
              caret={caret}
              endnotes={endnotes.labelled}
              volumePath={volumePath}
              canEdit={canEdit}
              whyNot={(action) => (session ? whyNotMarkup(session, action) : undefined)}
              structureWhyNot={(action) => (session ? action.command.whyNot(session.view.state) : undefined)}
              onStructure={(action) => (session ? doStructure(session, action) : undefined)}
              onDo={markAs}
              onUndo={() => (session ? undoOwn(session) : undefined)}
              onRedo={() => (session ? redoOwn(session) : undefined)}
              marksShown={marksShown}
              onMarksShown={setMarksShown}
            />
          ) : (
            <p className="bar quiet">As the page will print. Marks are hidden.</p>
          )}
          <div className="scroll" hidden={lookBack !== undefined}>
            <div
              className={`sheet ${mode === 'read' ? 'read' : 'edit'} ${mode === 'proofread' ? 'proofread' : ''} ${marksShown ? '' : 'plain'} ${line?.group === 'Front matter' ? 'whole-file' : ''}`}
              data-pane=""
            >
              {props.sheet}
              {session ? <MarginNotes session={session} endnotes={endnotes} /> : null}
            </div>
          </div>
          {mode === 'source' && session && !lookBack ? (
            <LazySourceView session={session} letterId={letter.id} label={props.heading} canEdit={canEdit} />
          ) : null}
        </section>
        {withPages && session && !tooNarrow && line?.group !== 'Front matter' ? (
          <LazyPagesPane session={session} letterId={letter.id} onClose={togglePages} />
        ) : null}
        <Apparatus
          letter={letter}
          volume={volume}
          volumePath={volumePath}
          session={session}
          caret={caret}
          findings={findings}
          finding={finding}
          standing={standing}
          readInTandem={standing?.mayRead ? () => setMode('proofread') : undefined}
          stageCalled={stageCalled}
          onStageCalled={stageArrived}
          suggestions={suggestions.open.length}
          canEdit={canEdit}
          suggests={mode === 'suggest'}
          emending={emending && canEdit}
          tab={tab}
          onTab={setTab}
          summoned={summoned}
          references={references}
          threads={threads.data}
          threadsError={threads.error}
          onSource={showSource}
          onGo={goToFinding}
          onFix={fixFinding}
        />
      </main>
      <StatusBar
        save={saving}
        suggestions={suggesting.waiting}
        mode={mode}
        place={caret.place}
        said={said}
        chord={chord}
      />
    </div>
  );
}

function readOnlyReason(
  open: boolean,
  allowed: boolean,
  tooNarrow: boolean,
  why: string | null | undefined,
): string | undefined {
  if (!open) return undefined;
  if (!allowed) return why ?? 'You may read this letter, and not change it.';
  return tooNarrow ? 'The window is too narrow for transcription. Widen it to edit.' : undefined;
}

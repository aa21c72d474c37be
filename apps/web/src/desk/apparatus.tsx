import { placeName } from '@chancery/prosemirror-tei';
import type { LetterDetail, LetterStanding, LetterThreads } from '@chancery/server/api';
import { memo, useEffect, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Volume } from '../api/volume.js';
import { Icon, type IconName } from '../app/icon.js';
import { CommentsPanel } from '../comments/comments-panel.js';
import { callouts } from '../editor/callouts.js';
import type { Caret } from '../editor/caret.js';
import { EmendForm } from '../emendations/emend-form.js';
import type { FindingsState } from '../findings/findings-link.js';
import { FindingsPanel } from '../findings/findings-panel.js';
import type { PlacedFinding } from '../findings/placed-finding.js';
import { HistoryPanel } from '../history/history-panel.js';
import { StagePanel } from '../stages/stage-panel.js';
import { SuggestionsPanel } from '../suggesting/suggestions-panel.js';
import { removeElement, setAttributeOf } from './do-markup.js';
import type { LetterSession } from './letter-session.js';
import { MarksPanel } from './marks-panel.js';
import { MetadataPanel } from './metadata-panel.js';
import { NotesPanel } from './notes-panel.js';
import { ReferencesPanel } from './references-panel.js';
import { useMedia } from './use-media.js';
import type { References } from './use-references.js';

const tabs = [
  'notes',
  'suggestions',
  'comments',
  'marks',
  'references',
  'metadata',
  'findings',
  'stage',
  'history',
] as const;

export type ApparatusTab = (typeof tabs)[number];

const looks: Record<ApparatusTab, { label: string; icon: IconName }> = {
  notes: { label: 'Notes', icon: 'note' },
  suggestions: { label: 'Suggestions', icon: 'pen' },
  comments: { label: 'Comments', icon: 'comment' },
  marks: { label: 'Marks', icon: 'caret' },
  references: { label: 'References', icon: 'arrow' },
  metadata: { label: 'Metadata', icon: 'meta' },
  findings: { label: 'Findings', icon: 'warning' },
  stage: { label: 'Stage', icon: 'flag' },
  history: { label: 'History', icon: 'history' },
};

/** The tabs, each with how many of its kind there are; made anew only when these are others. */
const ApparatusTabs = memo(function ApparatusTabs(
  props: { shown: string } & Partial<Record<ApparatusTab, number>>,
) {
  const shown = props.shown.split(' ');
  return (
    <TabList className="tabs" aria-label="Apparatus">
      {tabs
        .filter((id) => shown.includes(id))
        .map((id) => (
          <Tab key={id} id={id} className="tab">
            <Icon name={looks[id].icon} />
            <span className="t">{looks[id].label}</span>
            {props[id] ? <span className="n"> {props[id]}</span> : null}
          </Tab>
        ))}
    </TabList>
  );
});

/** The panel beside the text. On narrower screens it is a rail of tabs that opens a drawer. */
export function Apparatus(props: {
  letter: LetterDetail;
  volume: Volume | undefined;
  volumePath: string;
  session: LetterSession | undefined;
  caret: Caret;
  findings: FindingsState;
  finding: string | undefined;
  standing: LetterStanding | undefined;
  /** Begins a reading in tandem; undefined for who may not read. */
  readInTandem: (() => void) | undefined;
  /** The panel of the letter's stage is called for, until the focus has come there. */
  stageCalled: boolean;
  onStageCalled: () => void;
  /** How many suggestions are open. */
  suggestions: number;
  references: References;
  threads: LetterThreads | undefined;
  threadsError: unknown;
  canEdit: boolean;
  /** Grows by one whenever something is to be seen in the apparatus, so that its drawer opens. */
  summoned: number;
  /** Whether changes are suggested. */
  suggests: boolean;
  /** Whether the selected words are being emended. */
  emending: boolean;
  tab: ApparatusTab;
  onTab: (tab: ApparatusTab) => void;
  /** Opens the source view. */
  onSource: () => void;
  onGo: (finding: PlacedFinding) => void;
  onFix: (finding: PlacedFinding) => void;
}) {
  const { session, volume, letter } = props;
  const narrow = useMedia('(max-width: 1180px)');
  const [open, setOpen] = useState(false);
  const { summoned } = props;
  useEffect(() => {
    if (summoned > 0) setOpen(true);
  }, [summoned]);
  const { endnotes } = props.references;
  const registers = {
    persons: volume?.persons ?? [],
    places: volume?.places ?? [],
    organisations: volume?.organisations ?? [],
    bibliography: volume?.bibliography ?? [],
    volumePath: props.volumePath,
    languages: volume?.languages ?? [],
  };
  const doc = session?.view.state.doc;
  const called = doc ? callouts(doc, endnotes.order) : [];
  const counts: Partial<Record<ApparatusTab, number>> = {
    notes: called.length,
    suggestions: props.suggestions,
    comments: props.threads?.threads.filter(({ resolved }) => resolved === null).length ?? 0,
    findings: props.findings.findings.length,
    stage: props.standing?.touched.length ?? 0,
  };
  // Who may suggest nothing sees no suggestions either, and so it is with comments and the history.
  const mayHave = (id: ApparatusTab) =>
    (id !== 'suggestions' || letter.canSuggest) &&
    (id !== 'comments' || letter.canComment) &&
    (id !== 'history' || letter.canReadHistory);
  const caretPos = session?.view.state.selection.from;
  return (
    <aside
      className="pane panel"
      aria-label="Apparatus"
      data-pane=""
      data-open={open || undefined}
      onKeyDown={(event) => (event.key === 'Escape' ? setOpen(false) : undefined)}
    >
      <Tabs
        className="apparatus"
        orientation={narrow ? 'vertical' : 'horizontal'}
        keyboardActivation="manual"
        selectedKey={props.tab}
        onSelectionChange={(key) => {
          const tab = tabs.find((each) => each === key);
          if (tab) props.onTab(tab);
          setOpen(true);
        }}
      >
        <div className="tab-rail">
          <ApparatusTabs shown={tabs.filter(mayHave).join(' ')} {...counts} />
          {narrow ? (
            <button
              type="button"
              className="drawer"
              aria-expanded={open}
              aria-label={open ? 'Close the apparatus' : 'Open the apparatus'}
              onClick={() => setOpen(!open)}
            >
              <Icon name={open ? 'right' : 'left'} />
            </button>
          ) : null}
        </div>
        <TabPanel id="notes" className="tp">
          {session ? (
            <NotesPanel
              session={session}
              callouts={called}
              endnotes={endnotes.labelled}
              volume={volume}
              here={{ letterId: letter.id, number: letter.row.number, title: letter.row.title.text }}
              mayComment={letter.canComment}
              volumePath={props.volumePath}
              placeOf={(pos) => placeName(session.view.state.doc, pos)}
              current={
                called.find((each) => each.pos === caretPos || each.pos + each.node.nodeSize === caretPos)
                  ?.pos
              }
            />
          ) : null}
        </TabPanel>
        {mayHave('suggestions') ? (
          <TabPanel id="suggestions" className="tp">
            {session ? <SuggestionsPanel session={session} letter={letter} /> : null}
          </TabPanel>
        ) : null}
        {mayHave('comments') ? (
          <TabPanel id="comments" className="tp">
            {session ? (
              <CommentsPanel
                session={session}
                letterId={letter.id}
                data={props.threads}
                error={props.threadsError}
                canEdit={props.canEdit}
              />
            ) : null}
          </TabPanel>
        ) : null}
        <TabPanel id="marks" className="tp">
          {props.emending && session ? <EmendForm session={session} suggests={props.suggests} /> : null}
          <MarksPanel
            caret={props.caret}
            session={session}
            registers={registers}
            mayEnter={!props.suggests}
            canEdit={props.canEdit}
            onSet={(element, name, value) =>
              session ? setAttributeOf(session, element.id, name, value) : undefined
            }
            onRemove={(element) => (session ? removeElement(session, element.id) : undefined)}
          />
        </TabPanel>
        <TabPanel id="references" className="tp">
          {session ? (
            <ReferencesPanel
              session={session}
              leads={props.references.leads}
              from={props.references.from}
              placeOf={(pos) => placeName(session.view.state.doc, pos)}
            />
          ) : null}
        </TabPanel>
        <TabPanel id="metadata" className="tp">
          <MetadataPanel
            id={letter.id}
            kind={letter.row.kind}
            stage={letter.row.stage}
            dateStyle={volume?.dateStyle}
            metadata={props.findings.metadata}
            session={session}
            registers={registers}
            canEdit={props.canEdit && !props.suggests}
            onSource={props.onSource}
            whyNot={
              props.suggests
                ? 'What the header says is changed in Edit mode. It is not suggested: tell the editor what is wrong.'
                : undefined
            }
          />
        </TabPanel>
        <TabPanel id="findings" className="tp">
          <FindingsPanel
            state={props.findings}
            current={props.finding}
            canEdit={props.canEdit}
            placeOf={(finding) =>
              finding.from === undefined || !doc ? `line ${finding.line}` : placeName(doc, finding.from)
            }
            onGo={props.onGo}
            onFix={props.onFix}
          />
        </TabPanel>
        <TabPanel id="stage" className="tp">
          {session ? (
            <StagePanel
              session={session}
              letter={letter}
              standing={props.standing}
              called={props.stageCalled}
              onArrived={props.onStageCalled}
              remedies={{
                'not-checked': { label: 'Findings', go: () => props.onTab('findings') },
                errors: { label: 'Findings', go: () => props.onTab('findings') },
                suggestions: { label: 'Suggestions', go: () => props.onTab('suggestions') },
                notes: { label: 'Notes', go: () => props.onTab('notes') },
                ...(props.readInTandem
                  ? { tandem: { label: 'Read in tandem', go: props.readInTandem } }
                  : {}),
              }}
            />
          ) : null}
        </TabPanel>
        {mayHave('history') ? (
          <TabPanel id="history" className="tp">
            {session ? <HistoryPanel session={session} letter={letter} /> : null}
          </TabPanel>
        ) : null}
      </Tabs>
    </aside>
  );
}

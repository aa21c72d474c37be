import {
  type Correspondent,
  kindName,
  type LetterMetadata,
  listedDate,
  readDescription,
  readMetadata,
} from '@chancery/tei';
import { isStage, stageLabel } from '@chancery/workflow';
import { parseTree } from '@chancery/xml';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { facsimileShown, toggleFacsimile } from '../facsimile/facsimile-shown.js';
import { useLeaves } from '../facsimile/use-leaves.js';
import { counted } from '../letters/counted.js';
import type { SourceState } from '../source/source-link.js';
import { createStore } from '../store/store.js';
import { useStore } from '../store/use-store.js';
import { languageName } from './language-name.js';
import type { LetterSession } from './letter-session.js';
import type { Registers } from './marks-panel.js';
import { MetadataForm } from './metadata-form.js';
import { useHeaderPlace } from './use-header-place.js';

const dateKinds = [
  ['sent', 'Sent on'],
  ['received', 'Received on'],
  ['handed', 'Handed on'],
  ['transmitted', 'On the way'],
  ['signed', 'Signed'],
] as const;

/** What the letter and its header say of it, as they stand now: as a form for those who may edit. */
export function MetadataPanel(props: {
  id: string;
  kind: string;
  stage: string;
  metadata: LetterMetadata | undefined;
  session: LetterSession | undefined;
  registers: Registers;
  /** How the volume writes dates that have no words. */
  dateStyle: string | undefined;
  canEdit: boolean;
  /** Why it cannot be changed just now. */
  whyNot: string | undefined;
  /** Opens the source view. */
  onSource: () => void;
}) {
  const { metadata, stage } = props;
  const kind = props.kind === 'front' ? 'Front matter and notes of the volume' : kindName(props.kind);
  const { session, canEdit } = props;
  const everything = useEverything(props.kind === 'front' || !canEdit ? undefined : session);
  const form = useRef<HTMLDivElement>(null);
  useHeaderPlace(session, form, props.onSource);
  if (session && everything) {
    return (
      <>
        <div ref={form}>
          <MetadataForm
            {...everything}
            registers={props.registers}
            onEdit={(edit) => session.source.edit(edit)}
          />
        </div>
        <dl className="meta">
          <Rest id={props.id} stage={stage} />
        </dl>
      </>
    );
  }
  return (
    <>
      {props.whyNot === undefined ? null : <p className="quiet">{props.whyNot}</p>}
      <dl className="meta">
        <Row name="Kind">{kind}</Row>
        {metadata && props.kind !== 'front' ? (
          <LetterRows metadata={metadata} dateStyle={props.dateStyle} />
        ) : null}
        <Row name="Language">{languageWords(metadata?.language, props.registers.languages[0])}</Row>
        <Rest id={props.id} stage={stage} />
      </dl>
    </>
  );
}

const closed = createStore<SourceState>({ kind: 'closed' });

/** What the source says of the letter, once it is at hand: it is asked for where it can be changed. */
function useEverything(session: LetterSession | undefined) {
  const { letter } = useStore(session?.source.state ?? closed);
  useEffect(() => void session?.source.open(), [session]);
  const source = session ? letter?.source : undefined;
  return useMemo(() => {
    if (source === undefined) return undefined;
    const tei = parseTree(source);
    return { metadata: readMetadata(tei), description: readDescription(tei) };
  }, [source]);
}

/** How many leaves the letter has images of, and the way to them. */
function LeavesOf({ letterId }: { letterId: string }) {
  const count = useLeaves(letterId).data?.images.length;
  const shown = useStore(facsimileShown);
  if (count === undefined) return <span className="quiet">…</span>;
  return (
    <>
      <span className="quiet">{count === 0 ? 'No facsimile yet.' : counted(count, 'leaf', 'leaves')}</span>{' '}
      <button type="button" className="btn small" aria-pressed={shown} onClick={toggleFacsimile}>
        Facsimile
      </button>
    </>
  );
}

/** What is not the header's to say. */
function Rest({ id, stage }: { id: string; stage: string }) {
  return (
    <>
      <Row name="Stage">{isStage(stage) ? stageLabel(stage) : stage}</Row>
      <Row name="Image">
        <LeavesOf letterId={id} />
      </Row>
      <Row name="Address">
        <code>{id}</code>
      </Row>
    </>
  );
}

function LetterRows({ metadata, dateStyle }: { metadata: LetterMetadata; dateStyle: string | undefined }) {
  const { number, title, textBasis } = metadata;
  return (
    <>
      <Row name="Number">
        {number ? `${number.text}${number.supplied ? ', supplied by the editors' : ''}` : ''}
      </Row>
      <Row name={metadata.senders.length > 1 ? 'Writers' : 'Writer'}>{names(metadata.senders)}</Row>
      <Row name={metadata.addressees.length > 1 ? 'Addressees' : 'Addressee'}>
        {names(metadata.addressees)}
      </Row>
      {metadata.intermediaries.length > 0 ? <Row name="Through">{names(metadata.intermediaries)}</Row> : null}
      {dateKinds.map(([type, name]) => {
        const date = metadata.dates.find((each) => each.type === type);
        // A letter is always asked when it was sent and received; other dates stand where there are any.
        if (!date && type !== 'sent' && type !== 'received') return null;
        return (
          <Row key={type} name={name}>
            {date ? listedDate(date, dateStyle) : ''}
          </Row>
        );
      })}
      <Row name="Places">{[...new Set(metadata.places.map((place) => place.name))].join(', ')}</Row>
      <Row name="Title">{title ? (title.supplied ? 'Supplied by the editors' : 'From the copy') : ''}</Row>
      <Row name="Text basis">{textBasis?.text}</Row>
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  const absent = children === null || children === undefined || children === '';
  return (
    <>
      <dt>{name}</dt>
      <dd>{absent ? <span className="quiet">not in the copy</span> : children}</dd>
    </>
  );
}

function names(people: readonly Correspondent[]): string {
  return people.map((each) => each.name).join('; ');
}

function languageWords(own: string | undefined, main: string | undefined): string {
  if (own !== undefined) return languageName(own);
  return main === undefined ? '' : `${languageName(main)}, as the volume`;
}

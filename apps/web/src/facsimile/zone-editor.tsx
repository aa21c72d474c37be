import { elementLabel } from '@chancery/prosemirror-tei';
import type { ZoneArea } from '@chancery/tei';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { announce } from '../app/announce.js';
import type { LetterSession } from '../desk/letter-session.js';
import { useStore } from '../store/use-store.js';
import {
  addZone,
  type Bindable,
  bindableAt,
  bindZone,
  type LeafInFile,
  moveZone,
  removeZone,
} from './edit-zones.js';
import type { ZoneInText, ZoneOfLeaf } from './zones-of-doc.js';

/** After so long without a further key, a zone that was moved is laid where it is, in milliseconds. */
const rest = 500;

const edges = [
  ['left', 'Left'],
  ['top', 'Top'],
  ['right', 'Right'],
  ['bottom', 'Bottom'],
] as const;

/** Zones of a leaf are drawn, laid elsewhere, bound to the text and taken away: by mouse, by keys, and by figures. */
export function ZoneEditor(props: {
  session: LetterSession;
  leaf: LeafInFile;
  zones: readonly ZoneOfLeaf[];
  linked: readonly ZoneInText[];
  chosen: string | undefined;
  drawing: boolean;
  /** What was drawn last, to become a zone. */
  drawn: ZoneArea | undefined;
  onChoose: (id: string | undefined) => void;
  /** Where the chosen zone is shown meanwhile, while it is being moved. */
  onMoving: (area: ZoneArea | undefined) => void;
  onDraw: (drawing: boolean) => void;
}) {
  const { session, leaf, zones, linked, drawn, onChoose, onMoving, onDraw } = props;
  const { view } = session;
  useStore(session.caret);
  const to = bindableAt(view.state.doc, view.state.selection.head);
  const zone = zones.find(({ id }) => id === props.chosen);
  const [moved, setMoved] = useState<ZoneArea>();
  const [fault, setFault] = useState<string>();
  /** The last movement, while further keys may follow it. */
  const pending = useRef<{ readonly clock: ReturnType<typeof setTimeout>; readonly lay: () => void }>(
    undefined,
  );
  const area = moved ?? zone?.area;

  async function doing(work: () => Promise<void>): Promise<void> {
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  }

  const add = (of: ZoneArea) =>
    doing(async () => {
      const id = await addZone(session, leaf, of, to);
      onDraw(false);
      onChoose(id);
      announce(to ? `Zone added for the ${labelOf(to)} at the caret` : 'Zone added');
    });

  // biome-ignore lint/correctness/useExhaustiveDependencies: each area that is drawn is added once
  useEffect(() => {
    if (drawn && drawn.right - drawn.left > 2 && drawn.bottom - drawn.top > 2) void add(drawn);
  }, [drawn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another zone begins where it lies
  useEffect(() => {
    setMoved(undefined);
    onMoving(undefined);
  }, [zone]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever turns to another zone, or away, has laid this one where it is
  useEffect(() => () => pending.current?.lay(), [zone?.id]);

  function lay(next: ZoneArea): void {
    if (!zone) return;
    const { id } = zone;
    setMoved(next);
    onMoving(next);
    clearTimeout(pending.current?.clock);
    const layNow = () => {
      clearTimeout(pending.current?.clock);
      pending.current = undefined;
      void doing(() => moveZone(session, leaf, id, next));
    };
    pending.current = { clock: setTimeout(layNow, rest), lay: layNow };
  }

  function onKeyDown(event: KeyboardEvent): void {
    const by = steps[event.key];
    if (!by || !area) return;
    event.preventDefault();
    const much = event.altKey ? 10 : 1;
    const next = event.shiftKey ? resized(area, by, much) : shifted(area, by, much);
    if (isOn(next, leaf)) lay(next);
  }

  return (
    <section className="zone-editor" aria-label="Zones of the image">
      {fault ? (
        <p className="st err" role="alert">
          {fault}
        </p>
      ) : null}
      <div className="do">
        <label>
          Zone{' '}
          <select
            className="field"
            aria-label="Zone of the image"
            value={zone?.id ?? ''}
            onChange={({ target }) => onChoose(target.value || undefined)}
          >
            <option value="">{zones.length === 0 ? 'none yet' : 'choose'}</option>
            {zones.map(({ id }) => (
              <option key={id} value={id}>
                {id}
                {linked.some((each) => each.zone.id === id) ? '' : ' (not linked)'}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="btn small"
          aria-pressed={props.drawing}
          onClick={() => onDraw(!props.drawing)}
        >
          Draw a zone
        </button>
        <button type="button" className="btn small" onClick={() => void add(middleOf(leaf))}>
          Add one in the middle
        </button>
      </div>
      {zone && area ? (
        <>
          <div className="do">
            {edges.map(([edge, label]) => (
              <label key={edge}>
                {label}{' '}
                <input
                  className="field"
                  type="number"
                  step="1"
                  value={Math.round(area[edge])}
                  onChange={({ target }) => {
                    const next = { ...boxOf(area), [edge]: target.valueAsNumber };
                    if (isOn(next, leaf)) lay(next);
                  }}
                />
              </label>
            ))}
          </div>
          <div className="do">
            <button
              type="button"
              className="btn small"
              aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown"
              title="Arrow keys move the zone, with Shift its lower right corner; with Alt ten pixels at once"
              onKeyDown={onKeyDown}
            >
              Move with the arrow keys
            </button>
            {to ? (
              <button
                type="button"
                className="btn small"
                onClick={() => void doing(() => bindZone(session, leaf, zone.id, to))}
              >
                Bind to the {labelOf(to)} at the caret
              </button>
            ) : null}
            <button
              type="button"
              className="btn small ghost"
              onClick={() =>
                void doing(async () => {
                  await removeZone(session, leaf, zone.id);
                  onChoose(undefined);
                  announce('Zone removed');
                })
              }
            >
              Remove
            </button>
          </div>
        </>
      ) : (
        <p className="quiet">
          {props.drawing
            ? 'Drag over the image from one corner of the zone to the other.'
            : `A new zone is bound to the ${to ? `${labelOf(to)} at the caret` : 'text at the caret'}.`}
        </p>
      )}
    </section>
  );
}

const steps: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Step = readonly [across: number, down: number];

function shifted(
  { left, top, right, bottom, points }: ZoneArea,
  [across, down]: Step,
  much: number,
): ZoneArea {
  const [x, y] = [across * much, down * much];
  return {
    left: left + x,
    top: top + y,
    right: right + x,
    bottom: bottom + y,
    points: points?.map((each) => ({ x: each.x + x, y: each.y + y })),
  };
}

/** An outline that is resized becomes the box around it. */
function resized({ left, top, right, bottom }: ZoneArea, [across, down]: Step, much: number): ZoneArea {
  return { left, top, right: right + across * much, bottom: bottom + down * much };
}

function boxOf({ left, top, right, bottom }: ZoneArea): ZoneArea {
  return { left, top, right, bottom };
}

function isOn({ left, top, right, bottom }: ZoneArea, { width, height }: LeafInFile): boolean {
  return left >= 0 && top >= 0 && right > left && bottom > top && right <= width && bottom <= height;
}

function middleOf({ width, height }: LeafInFile): ZoneArea {
  const across = Math.round(width / 4);
  const down = Math.round(height / 2);
  return { left: across, top: down, right: 3 * across, bottom: down + Math.max(20, Math.round(height / 40)) };
}

function labelOf({ name }: Bindable): string {
  return elementLabel(name).toLowerCase();
}

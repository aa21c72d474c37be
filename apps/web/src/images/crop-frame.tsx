import type { PageImageAnswer } from '@chancery/server/api';
import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react';
import {
  drawnFrame,
  type Edges,
  heldAt,
  movedFrame,
  noEdges,
  type Place,
  resizedFrame,
} from './crop-edges.js';
import { wholePicture } from './image-words.js';

const steps: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -0.5, y: 0 },
  ArrowRight: { x: 0.5, y: 0 },
  ArrowUp: { x: 0, y: -0.5 },
  ArrowDown: { x: 0, y: 0.5 },
};

/** How near to a corner it is taken hold of, in pixels of the screen. */
const reach = 14;

/** A leaf, upright, with a frame around what of it is shown: drawn, moved and resized with the pointer, moved and resized with keys. */
export function CropFrame(props: {
  leaf: PageImageAnswer;
  /** What is cut off of the leaf as it stands upright. */
  edges: Edges;
  onChange: (edges: Edges) => void;
}) {
  const { leaf, edges, onChange } = props;
  const id = useId();
  const surface = useRef<HTMLDivElement>(null);
  const drag = useRef<(to: Place) => Edges | undefined>(undefined);
  const { width, height, rotation } = leaf;
  const sideways = rotation % 180 !== 0;
  const [across, down] = sideways ? [height, width] : [width, height];
  const shown = {
    left: `${edges.left}%`,
    top: `${edges.top}%`,
    right: `${edges.right}%`,
    bottom: `${edges.bottom}%`,
  };

  /** Where the pointer is on the leaf, and how much of it is so many pixels. */
  function placeOf({ clientX, clientY }: PointerEvent): { at: Place; near: Place } {
    const box = surface.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    const x = (100 * (clientX - box.left)) / box.width;
    const y = (100 * (clientY - box.top)) / box.height;
    return { at: { x, y }, near: { x: (100 * reach) / box.width, y: (100 * reach) / box.height } };
  }

  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const { at, near } = placeOf(event);
    const held = heldAt(edges, at, near);
    const begun = edges;
    surface.current?.setPointerCapture(event.pointerId);
    drag.current = (to) =>
      held === 'frame'
        ? movedFrame(begun, { x: to.x - at.x, y: to.y - at.y })
        : drawnFrame(held?.stays ?? at, to);
  }

  function onPointerMove(event: PointerEvent): void {
    const next = drag.current?.(placeOf(event).at);
    if (next) onChange(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    // The list moves leaves by Alt with the arrows.
    event.stopPropagation();
    const much = event.altKey ? 10 : 1;
    const by = { x: step.x * much, y: step.y * much };
    onChange(event.shiftKey ? resizedFrame(edges, by) : movedFrame(edges, by));
  }

  return (
    <div className="crop">
      <div
        ref={surface}
        className="crop-surface"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          drag.current = undefined;
        }}
        onPointerCancel={() => {
          drag.current = undefined;
        }}
      >
        <svg viewBox={`0 0 ${across} ${down}`} aria-hidden="true">
          <image
            href={wholePicture(leaf, 1000)}
            width={width}
            height={height}
            preserveAspectRatio="none"
            transform={`translate(${across / 2} ${down / 2}) rotate(${rotation}) translate(${-width / 2} ${-height / 2})`}
          />
        </svg>
        <button
          type="button"
          className="crop-frame"
          style={shown}
          aria-label="Frame of what is shown of the leaf"
          aria-describedby={`${id}-hint ${id}-told`}
          aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown"
          onKeyDown={onKeyDown}
        >
          <span className="corner" />
          <span className="corner" />
          <span className="corner" />
          <span className="corner" />
        </button>
      </div>
      <p className="hint" id={`${id}-hint`}>
        Draw a frame around what is to be shown, or move it by the arrow keys: with Shift its lower right
        corner, with Alt ten steps at once.
      </p>
      <p className="do">
        <output id={`${id}-told`}>{told(edges, across, down)}</output>
        <button type="button" className="btn small ghost" onClick={() => onChange(noEdges)}>
          Show all of it
        </button>
      </p>
    </div>
  );
}

/** What is shown, in the pixels of the leaf. */
function told({ left, top, right, bottom }: Edges, across: number, down: number): string {
  const part = (cut: number, whole: number) => Math.max(0, Math.round(((100 - cut) * whole) / 100));
  return `${part(left + right, across)} × ${part(top + bottom, down)} of ${across} × ${down} pixels are shown.`;
}

import type { ZoneArea } from '@chancery/tei';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../app/icon.js';
import { altOf } from '../images/image-words.js';
import { LeafViewer, type Look } from './leaf-viewer.js';
import type { Leaf } from './use-leaves.js';
import type { ShownZones } from './zone-layer.js';

/** The picture of a leaf, to be moved about and enlarged. */
export function LeafPicture(props: {
  leaf: Leaf;
  look: Look;
  zones: ShownZones;
  /** The picture moves to where this is. */
  reveal: ZoneArea | undefined;
  onClick: (x: number, y: number) => void;
  /** Told of the area that is drawn next, while somebody draws. */
  onDrawn: ((area: ZoneArea) => void) | undefined;
}) {
  const { leaf, look, zones, reveal, onClick, onDrawn } = props;
  const place = useRef<HTMLDivElement>(null);
  const clicked = useRef(onClick);
  clicked.current = onClick;
  const [viewer, setViewer] = useState<LeafViewer>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    if (!place.current) return undefined;
    const made = new LeafViewer(place.current, (x, y) => clicked.current(x, y));
    setViewer(made);
    return () => {
      setViewer(undefined);
      made.close();
    };
  }, []);
  const shown = `${leaf.id} ${leaf.rotation} ${leaf.crop ? Object.values(leaf.crop).join() : ''}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same leaf, fetched again, is not shown anew
  useEffect(() => {
    if (!viewer) return;
    setFault(undefined);
    viewer.show(leaf).then(
      () => viewer.look(look),
      (error: unknown) => {
        if (error instanceof DOMException && error.name === 'AbortError') return;
        setFault(error instanceof Error ? error.message : String(error));
      },
    );
  }, [viewer, shown]);
  useEffect(() => viewer?.look(look), [viewer, look]);
  const words = altOf(leaf);
  useEffect(() => viewer?.name(words), [viewer, words]);
  useEffect(() => viewer?.zones(zones), [viewer, zones]);
  useEffect(() => {
    if (reveal) viewer?.reveal(reveal);
  }, [viewer, reveal]);
  useEffect(() => viewer?.draw(onDrawn), [viewer, onDrawn]);
  return (
    <div className={onDrawn ? 'leaf-picture drawing' : 'leaf-picture'}>
      <div className="place" ref={place} />
      {fault === undefined ? null : (
        <p className="st err" role="alert">
          <Icon name="error" />
          {fault}
        </p>
      )}
      <div className="zooming">
        <button
          type="button"
          className="btn small"
          aria-label="Smaller"
          onClick={() => viewer?.zoom(1 / 1.4)}
        >
          −
        </button>
        <button type="button" className="btn small" aria-label="Larger" onClick={() => viewer?.zoom(1.4)}>
          +
        </button>
        <button type="button" className="btn small" onClick={() => viewer?.fit()}>
          Whole leaf
        </button>
        <button type="button" className="btn small" onClick={() => viewer?.fitWidth()}>
          Full width
        </button>
      </div>
    </div>
  );
}

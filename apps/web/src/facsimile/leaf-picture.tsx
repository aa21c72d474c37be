import { useEffect, useRef, useState } from 'react';
import { Icon } from '../app/icon.js';
import { altOf } from '../images/image-words.js';
import { LeafViewer, type Look } from './leaf-viewer.js';
import type { Leaf } from './use-leaves.js';

/** The picture of a leaf, to be moved about and enlarged. */
export function LeafPicture({ leaf, look, onClick }: { leaf: Leaf; look: Look; onClick: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const clicked = useRef(onClick);
  clicked.current = onClick;
  const [viewer, setViewer] = useState<LeafViewer>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    if (!place.current) return undefined;
    const made = new LeafViewer(place.current, () => clicked.current());
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
  return (
    <div className="leaf-picture">
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

import { Icon } from '../app/icon.js';
import type { Look } from './leaf-viewer.js';

const contrasts = [
  [1, 'as it is'],
  [1.5, 'more'],
  [2.2, 'most'],
] as const;

/** The bar over the facsimile: which leaf is shown, and how. */
export function FacsimileBar(props: {
  count: number;
  /** From 1; 0 where there is none. */
  shown: number;
  look: Look;
  onShow: (number: number) => void;
  onLook: (look: Look) => void;
  /** Has the leaf stand so for everybody; not there for who may not. */
  onKeepTurn: (() => void) | undefined;
  onClose: () => void;
}) {
  const { count, shown, look, onShow, onLook } = props;
  return (
    <div className="bar">
      <button
        type="button"
        className="iconbtn"
        aria-label="Previous leaf"
        aria-keyshortcuts="PageUp"
        aria-disabled={shown <= 1}
        onClick={() => onShow(shown - 1)}
      >
        <Icon name="left" />
      </button>
      <button
        type="button"
        className="iconbtn"
        aria-label="Next leaf"
        aria-keyshortcuts="PageDown"
        aria-disabled={shown >= count}
        onClick={() => onShow(shown + 1)}
      >
        <Icon name="right" />
      </button>
      <span className="quiet">{count === 0 ? 'Facsimile' : `Leaf ${shown} of ${count}`}</span>
      <span className="grow" />
      {count > 0 ? (
        <>
          <button
            type="button"
            className="iconbtn"
            aria-label="Turn the image"
            onClick={() => onLook({ ...look, turn: (look.turn + 90) % 360 })}
          >
            <Icon name="redo" />
          </button>
          {look.turn !== 0 && props.onKeepTurn ? (
            <button type="button" className="btn small" onClick={props.onKeepTurn}>
              Keep it so
            </button>
          ) : null}
          <label className="contrast">
            Contrast{' '}
            <select
              className="field"
              value={look.contrast}
              onChange={({ target }) => onLook({ ...look, contrast: Number(target.value) })}
            >
              {contrasts.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </>
      ) : null}
      <button type="button" className="btn small ghost" onClick={props.onClose}>
        Hide
      </button>
    </div>
  );
}

import type { MarkupAction } from '../editor/markup-actions.js';

/** The sign of a mark on its button, drawn as the mark itself is drawn in the text. */
export function MarkSign({ name, sign }: MarkupAction) {
  return (
    <span className="g" aria-hidden="true">
      <span data-sign={name}>{sign}</span>
    </span>
  );
}

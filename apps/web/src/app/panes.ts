/**
 * Puts the focus into the next (1) or previous (-1) pane of the page, round and round. A pane is an element with
 * `data-pane`; inside it the element marked `data-pane-focus` takes the focus, else its first control.
 */
export function moveToPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) =>
    pane.checkVisibility(),
  );
  if (panes.length === 0) return;
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const start = here === -1 && direction === -1 ? 0 : here;
  for (let step = 1; step <= panes.length; step++) {
    const pane = panes[(start + direction * step + panes.length * step) % panes.length];
    if (pane && focusInto(pane)) return;
  }
}

const focusable =
  'a[href], button:not([disabled]), input, select, textarea, [contenteditable="true"], [tabindex="0"]';

function focusInto(pane: HTMLElement): boolean {
  const target =
    pane.querySelector<HTMLElement>('[data-pane-focus], [data-pane-focus] [contenteditable]') ??
    pane.querySelector<HTMLElement>(focusable);
  target?.focus();
  return pane.contains(document.activeElement);
}

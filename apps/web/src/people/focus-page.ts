/** What had the focus is gone from the page: the focus goes to the first thing that can be filled in or chosen. */
export function focusPage(): void {
  document.querySelector<HTMLElement>('#main :is(input, select)')?.focus();
}

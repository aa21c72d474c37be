import { type RefObject, useEffect, useRef } from 'react';
import { Icon } from '../app/icon.js';
import { isTyping } from '../keys/is-typing.js';

/** The filter of the calendar. The slash key comes here; Escape clears it, the down arrow goes to the first line. */
export function FilterBox(props: {
  filter: string;
  onFilter: (filter: string) => void;
  table: RefObject<HTMLTableElement | null>;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      input.current?.focus();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <label className="q">
      <span className="sr">Filter letters</span>
      <Icon name="search" />
      <input
        ref={input}
        className="field"
        type="search"
        placeholder="Number, person, place, words"
        value={props.filter}
        onChange={(event) => props.onFilter(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onFilter('');
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            props.table.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
          }
        }}
      />
      <kbd>/</kbd>
    </label>
  );
}

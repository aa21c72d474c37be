import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { announce } from '../app/announce.js';
import { initials } from '../app/person.js';
import type { Named } from './comment-parts.js';
import { closeUp, completeMention, mentionQuery } from './mention-query.js';

/**
 * Where a comment is written. `@` offers the people who may be mentioned: arrows choose, Enter or Tab takes, Escape closes
 * the list. Control or Command and Enter sends.
 */
export function CommentField(props: {
  label: string;
  placeholder: string;
  text: string;
  mentioned: readonly Named[];
  people: readonly Named[];
  /** Whether it takes the focus when it is shown. */
  wanted?: boolean;
  onWrite: (text: string, mentioned: readonly Named[]) => void;
  onSend: () => void;
}) {
  const { text, people, wanted } = props;
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [closed, setClosed] = useState(false);
  const [active, setActive] = useState(0);
  const caretAfter = useRef<number>(undefined);
  const query = closed ? undefined : mentionQuery(text, caret, people);
  const choice = query?.matches[Math.min(active, query.matches.length - 1)];

  useEffect(() => {
    if (!wanted || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [wanted]);

  useLayoutEffect(() => {
    if (caretAfter.current === undefined || !field.current) return;
    field.current.setSelectionRange(caretAfter.current, caretAfter.current);
    setCaret(caretAfter.current);
    caretAfter.current = undefined;
  });

  const offered = query?.matches.length ?? 0;
  useEffect(() => {
    if (offered > 0) announce(offered === 1 ? 'One person to mention' : `${offered} people to mention`);
  }, [offered]);

  function mention(person: Named): void {
    if (!query) return;
    const done = completeMention(text, caret, query, person);
    caretAfter.current = done.caret;
    setActive(0);
    const others = props.mentioned.filter(({ id }) => id !== person.id);
    props.onWrite(done.text, [...others, { id: person.id, name: person.name }]);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      props.onSend();
      return;
    }
    if (!query || !choice) return;
    const last = query.matches.length - 1;
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : active - 1);
    else if (event.key === 'Enter' || event.key === 'Tab') mention(choice);
    else if (event.key === 'Escape') setClosed(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="comment-field">
      <textarea
        ref={field}
        className="field"
        rows={2}
        aria-label={props.label}
        placeholder={props.placeholder}
        value={text}
        {...(query
          ? {
              role: 'combobox',
              'aria-expanded': true,
              'aria-controls': list,
              'aria-activedescendant': `${list}-${choice?.id ?? ''}`,
              'aria-autocomplete': 'list',
            }
          : {})}
        onChange={(event) => {
          setClosed(false);
          setActive(0);
          const { value, selectionStart } = event.target;
          const isTyped = value.length === text.length + 1;
          const written = isTyped
            ? closeUp(value, selectionStart, props.mentioned)
            : { text: value, caret: selectionStart };
          if (written.caret !== selectionStart) caretAfter.current = written.caret;
          setCaret(written.caret);
          props.onWrite(written.text, props.mentioned);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setClosed(true)}
        onKeyDown={onKeyDown}
      />
      {query ? (
        <div id={list} role="listbox" aria-label="People to mention" className="mentions">
          {query.matches.map((person) => (
            // The field keeps the focus and has the keys; the pointer only chooses.
            <div
              key={person.id}
              id={`${list}-${person.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={person === choice}
              className="menu-item"
              onPointerDown={(event) => {
                event.preventDefault();
                mention(person);
              }}
            >
              <span className="av" aria-hidden="true">
                {initials(person.name)}
              </span>
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

import { useEffect, useId, useRef, useState } from 'react';
import { mod } from '../app/is-apple.js';

/** Words of a note, written beside the text. */
export function WordsForm(props: {
  label: string;
  start: string;
  act: string;
  busy: boolean;
  onSave: (words: string) => void;
  onLeave: () => void;
  onWords?: (words: string) => void;
}) {
  const [words, setWords] = useState(props.start);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const ready = words.trim() !== '' && !props.busy;
  return (
    <form
      className="words-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) props.onSave(words.trim());
      }}
    >
      <label htmlFor={id}>{props.label}</label>
      <textarea
        id={id}
        ref={field}
        className="field words-field"
        rows={4}
        maxLength={20_000}
        value={words}
        onChange={({ target }) => {
          setWords(target.value);
          props.onWords?.(target.value);
        }}
        onKeyDown={(event) => {
          if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && ready) props.onSave(words.trim());
        }}
      />
      <div className="do">
        <button type="submit" className="btn small primary" disabled={!ready}>
          {props.act} <kbd>{mod} Enter</kbd>
        </button>
        <button type="button" className="btn small" onClick={props.onLeave}>
          Leave it
        </button>
      </div>
    </form>
  );
}

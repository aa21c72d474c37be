import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useReturnFocus } from '../app/use-return-focus.js';

/** Asks for the name of a version. */
export function LabelForm(props: {
  what: string;
  action: string;
  first: string;
  onSave: (label: string) => Promise<void>;
  onClose: () => void;
}) {
  const [label, setLabel] = useState(props.first);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useReturnFocus();
  useEffect(() => field.current?.select(), []);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (label.trim() === '' || busy) return;
    setBusy(true);
    try {
      await props.onSave(label.trim());
      props.onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  }

  return (
    <form
      className="label-form"
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onClose();
      }}
    >
      <label htmlFor={id}>{props.what}</label>
      <input
        id={id}
        ref={field}
        className="field"
        value={label}
        maxLength={200}
        placeholder="First transcription"
        onChange={(event) => setLabel(event.target.value)}
      />
      {failure === undefined ? null : (
        <p className="st err" role="alert">
          {failure}
        </p>
      )}
      <div className="do">
        <button type="submit" className="btn small primary" aria-disabled={label.trim() === '' || busy}>
          {props.action}
        </button>
        <button type="button" className="btn small ghost" onClick={props.onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}

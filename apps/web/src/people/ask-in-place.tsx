import { useEffect, useRef } from 'react';

/** A question in the place of what asked it: yes, or leave things as they are. Escape leaves them, too. */
export function AskInPlace(props: {
  question: string;
  yes: string;
  no: string;
  busy: boolean;
  /** Whether the focus comes here: where a button was pressed, not where a list was gone through. */
  takesFocus: boolean;
  onYes: () => void;
  onNo: () => void;
}) {
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (props.takesFocus) yes.current?.focus();
  }, [props.takesFocus]);
  return (
    <fieldset
      className="ask-in-place"
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onNo();
      }}
    >
      <legend>{props.question}</legend>
      <button
        type="button"
        className="btn small primary"
        ref={yes}
        disabled={props.busy}
        onClick={props.onYes}
      >
        {props.yes}
      </button>
      <button type="button" className="btn small ghost" onClick={props.onNo}>
        {props.no}
      </button>
    </fieldset>
  );
}

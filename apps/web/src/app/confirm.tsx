import { type ReactNode, useEffect, useRef } from 'react';
import { useReturnFocus } from './use-return-focus.js';

/**
 * A question that stands where the button stood that was pressed; so the focus goes on to its answer, and back.
 *
 * @param children what is to be known before it is answered
 */
export function Confirm(props: {
  question: string;
  answer: string;
  busy?: boolean;
  onYes: () => void;
  onNo: () => void;
  children?: ReactNode;
}) {
  const { busy = false } = props;
  const yes = useRef<HTMLButtonElement>(null);
  useReturnFocus();
  useEffect(() => yes.current?.focus(), []);
  return (
    <fieldset className="confirm">
      <legend>{props.question}</legend>
      {props.children}
      <div className="do">
        <button
          ref={yes}
          type="button"
          className="btn small primary"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) props.onYes();
          }}
        >
          {props.answer}
        </button>
        <button type="button" className="btn small ghost" onClick={props.onNo}>
          Cancel
        </button>
      </div>
    </fieldset>
  );
}

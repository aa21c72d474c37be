import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useReturnFocus } from './use-return-focus.js';

/**
 * A question that stands where the button stood that was pressed; so the focus goes on to its answer, and back.
 *
 * @param children what is to be known before it is answered
 */
export function Confirm(props: {
  question: string;
  answer: string;
  /** What leaves all as it is; where the answer itself is to cancel something, “Cancel” would not be told from it. */
  refusal?: string;
  busy?: boolean;
  onYes: () => void;
  onNo: () => void;
  children?: ReactNode;
}) {
  const { busy = false, refusal = 'Cancel' } = props;
  const yes = useRef<HTMLButtonElement>(null);
  useReturnFocus();
  const leave = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') props.onNo();
  };
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
          onKeyDown={leave}
          onClick={() => {
            if (!busy) props.onYes();
          }}
        >
          {props.answer}
        </button>
        <button type="button" className="btn small ghost" onKeyDown={leave} onClick={props.onNo}>
          {refusal}
        </button>
      </div>
    </fieldset>
  );
}

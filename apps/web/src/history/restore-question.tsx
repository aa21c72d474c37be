import { useEffect, useRef, useState } from 'react';
import { useReturnFocus } from './use-return-focus.js';

/** Asks before the letter is led back, and says that nothing is lost by it. */
export function RestoreQuestion(props: {
  version: number;
  restore: (version: number) => Promise<void>;
  onClose: () => void;
}) {
  const { version } = props;
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useReturnFocus();
  useEffect(() => button.current?.focus(), []);

  async function restore(): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      await props.restore(version);
      props.onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  }

  return (
    <fieldset className="confirm">
      <legend>Restore {version === 0 ? 'what was imported' : `version ${version}`}?</legend>
      <p>
        The letter becomes what it was then, for everybody, as a new version. What was done since stays in the
        history, and can be restored in the same way.
      </p>
      {failure === undefined ? null : (
        <p className="st err" role="alert">
          {failure}
        </p>
      )}
      <div className="do">
        <button
          type="button"
          className="btn small primary"
          ref={button}
          aria-disabled={busy}
          onClick={() => void restore()}
        >
          Restore
        </button>
        <button type="button" className="btn small ghost" onClick={props.onClose}>
          Cancel
        </button>
      </div>
    </fieldset>
  );
}

import { useState } from 'react';
import { Confirm } from '../app/confirm.js';

/** Asks before the letter is led back, and says that nothing is lost by it. */
export function RestoreQuestion(props: {
  version: number;
  restore: (version: number) => Promise<void>;
  onClose: () => void;
}) {
  const { version } = props;
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function restore(): Promise<void> {
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
    <Confirm
      question={`Restore ${version === 0 ? 'what was imported' : `version ${version}`}?`}
      answer="Restore"
      busy={busy}
      onYes={() => void restore()}
      onNo={props.onClose}
    >
      <p>
        The letter becomes what it was then, for everybody, as a new version. What was done since stays in the
        history, and can be restored in the same way.
      </p>
      {failure === undefined ? null : (
        <p className="st err" role="alert">
          {failure}
        </p>
      )}
    </Confirm>
  );
}

import { Icon } from '../app/icon.js';

/** Why what was filled in was not taken; what was filled in stays. */
export function FormFault({ error }: { error: Error | null }) {
  if (!error) return null;
  return (
    <p className="form-fault" role="alert">
      <Icon name="error" />
      <span>{error.message}</span>
    </p>
  );
}

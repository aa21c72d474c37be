import { Icon } from './icon.js';

/** Why the server did not do what a form asked for, read out at once; nothing while it has not refused. */
export function Refused(props: { error: Error | null }) {
  return props.error ? (
    <p role="alert" className="st err">
      <Icon name="error" />
      {props.error.message}
    </p>
  ) : null;
}

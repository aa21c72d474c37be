import { RequestFailed } from '../api/request-failed.js';
import { Icon } from './icon.js';

/** A screen that could not be shown: what failed, what is safe, and one next step. */
export function Failure(props: {
  what: string;
  safe: string;
  error: unknown;
  onRetry?: () => void;
  /** Has it go away, where it lies over the page. */
  onGiveUp?: (() => void) | undefined;
}) {
  const reason =
    props.error instanceof RequestFailed || props.error instanceof Error ? props.error.message : '';
  return (
    <div className="failure" role="alert">
      <Icon name="error" />
      <div>
        <h2>{props.what}</h2>
        <p>
          {reason} {props.safe}
        </p>
        {props.onRetry ? (
          <button type="button" className="btn small" onClick={props.onRetry}>
            Try again
          </button>
        ) : null}
        {props.onGiveUp ? (
          <button type="button" className="btn small ghost" onClick={props.onGiveUp}>
            Close
          </button>
        ) : null}
      </div>
    </div>
  );
}

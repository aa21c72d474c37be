import { Icon } from '../app/icon.js';
import { mod } from '../app/is-apple.js';
import { useStore } from '../store/use-store.js';
import { CommentField } from './comment-field.js';
import { toBody } from './comment-parts.js';
import { CommentText } from './comment-text.js';
import type { KeptComment } from './kept-comments.js';
import type { ThreadContext } from './thread-context.js';

/** A comment that is on this device only: its field while it is written, its text while it waits to be sent. */
export function KeptView({
  comment,
  context,
  wanted,
  onDone,
}: {
  comment: KeptComment;
  context: ThreadContext;
  wanted: boolean;
  /** Where the focus goes when the field is no longer needed. */
  onDone: () => void;
}) {
  const { desk, people } = context;
  const isKept = useStore(desk.onDevice).get(comment.id) === comment;
  if (comment.sent)
    return (
      <>
        <CommentText body={toBody(comment.text, comment.mentioned)} people={people} />
        <p className="st wait">
          <Icon name="offline" />
          {isKept ? 'Kept on this device; sent as soon as it can be' : 'Not yet kept on this device'}
        </p>
      </>
    );
  const correcting = comment.kind === 'correction';

  function send(): void {
    if (comment.text.trim() === '') return;
    onDone();
    desk.send(comment);
  }

  function giveUp(): void {
    onDone();
    desk.giveUp(comment.id);
  }

  return (
    <>
      <CommentField
        label={correcting ? 'Your comment in other words' : 'Comment'}
        placeholder="What is to be said? @ mentions somebody"
        text={comment.text}
        mentioned={comment.mentioned}
        people={context.mentionable}
        wanted={wanted}
        onWrite={(text, mentioned) => desk.write(comment, text, mentioned)}
        onSend={send}
      />
      {comment.refused === undefined ? null : <p className="st err refused">{comment.refused}</p>}
      <div className="do">
        <button
          type="button"
          className="btn small primary"
          aria-disabled={comment.text.trim() === '' ? true : undefined}
          onClick={send}
        >
          {correcting ? 'Correct' : 'Comment'} <kbd>{mod} Enter</kbd>
        </button>
        <button type="button" className="btn small ghost" onClick={giveUp}>
          {correcting ? 'Leave as it was' : 'Discard'}
        </button>
      </div>
    </>
  );
}

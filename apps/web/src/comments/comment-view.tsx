import type { CommentAnswer } from '@chancery/server/api';
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '../app/icon.js';
import { initials } from '../app/person.js';
import { whenChanged } from '../letters/when-changed.js';
import { fromBody, nameOf } from './comment-parts.js';
import { CommentText } from './comment-text.js';
import type { KeptComment } from './kept-comments.js';
import { KeptView } from './kept-view.js';
import type { ThreadContext } from './thread-context.js';

/**
 * One comment of a thread: who, when, what; for its author ways to correct it and to take it back, and the field while
 * that is done.
 */
export function CommentView(props: {
  comment: CommentAnswer;
  threadId: string;
  context: ThreadContext;
  /** Where the thread stands, for its first comment. */
  place?: ReactNode;
  /** The words that it is on, for its first comment. */
  words?: ReactNode;
  /** Another wording that is being written, or waits to be sent. */
  correction: KeptComment | undefined;
  wanted: boolean;
  onDone: () => void;
}) {
  const { comment, context, correction } = props;
  const { people } = context;
  const own = comment.authorId === context.me;
  const name = nameOf(people, comment.authorId);
  return (
    <div className="comment">
      <div className="top">
        <span className="av p" aria-hidden="true">
          {initials(name)}
        </span>
        <strong>{name}</strong>
        <span className="w">
          {props.place}
          <time dateTime={comment.createdAt}>{whenChanged(comment.createdAt)}</time>
          {comment.editedAt === null ? '' : ', corrected'}
        </span>
        {own && !comment.takenBack && !correction ? <OwnMenu {...props} /> : null}
      </div>
      {props.words}
      {correction ? (
        <KeptView comment={correction} context={context} wanted={props.wanted} onDone={props.onDone} />
      ) : comment.takenBack ? (
        <p className="quiet">
          Taken back{' '}
          {own ? (
            <button
              type="button"
              className="btn small ghost"
              onClick={() => context.takeBack(comment.id, false)}
            >
              Put back
            </button>
          ) : null}
        </p>
      ) : (
        <CommentText body={comment.body} people={people} />
      )}
    </div>
  );
}

/** What an author may do with a comment. */
function OwnMenu(props: { comment: CommentAnswer; threadId: string; context: ThreadContext }) {
  const { comment, context } = props;

  function correct(): void {
    const { text, mentioned } = fromBody(comment.body, context.people);
    context.desk.correct(comment.id, props.threadId, text, mentioned);
  }

  return (
    <MenuTrigger>
      <Button className="iconbtn" aria-label="Your comment">
        <Icon name="more" small />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Your comment"
          onAction={(id) => (id === 'correct' ? correct() : context.takeBack(comment.id, true))}
        >
          <MenuItem id="correct" className="menu-item">
            Correct
          </MenuItem>
          <MenuItem id="back" className="menu-item">
            Take back
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

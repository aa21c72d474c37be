import { useEffect, useId, useRef } from 'react';
import { Icon } from '../app/icon.js';
import type { KeptComment } from './kept-comments.js';
import { KeptView } from './kept-view.js';
import { shortened } from './thread-card.js';
import type { ThreadContext } from './thread-context.js';

/** A thread that is being begun, or waits to be: what it is on, and its first comment. */
export function NewThreadCard({
  comment,
  context,
  wanted,
  onDone,
}: {
  comment: KeptComment & { kind: 'thread' };
  context: ThreadContext;
  wanted: boolean;
  onDone: () => void;
}) {
  const id = useId();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (wanted) card.current?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);
  const place = comment.places[comment.chosen];
  return (
    <li ref={card} className="card it thread on">
      <div className="top">
        <span className="st act">
          <Icon name="comment" />
          {comment.sent ? 'Your comment' : 'New comment'}
        </span>
        {comment.places.length > 1 && !comment.sent ? (
          <span className="w">
            <label className="sr" htmlFor={id}>
              What it is on
            </label>
            <select
              id={id}
              className="field small"
              value={comment.chosen}
              onChange={(event) => context.desk.choose(comment, Number(event.target.value))}
            >
              {comment.places.map(({ label }, index) => (
                <option key={label} value={index}>
                  {label}
                </option>
              ))}
            </select>
          </span>
        ) : (
          <span className="w">{place?.label}</span>
        )}
      </div>
      {place === undefined || place.words === '' ? null : <p className="q">“{shortened(place.words)}”</p>}
      <KeptView comment={comment} context={context} wanted={wanted} onDone={onDone} />
    </li>
  );
}

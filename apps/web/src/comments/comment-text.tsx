import { commentParts, type Named } from './comment-parts.js';

/** The text of a comment: plain, with people by their names and addresses as links. */
export function CommentText({ body, people }: { body: string; people: readonly Named[] }) {
  let at = 0;
  return (
    <p className="comment-text">
      {commentParts(body, people).map((part) => {
        at += 1;
        const key = `${at} ${part.kind}`;
        switch (part.kind) {
          case 'mention':
            return (
              <span key={key} className="mention">
                @{part.name}
              </span>
            );
          case 'link':
            return (
              <a key={key} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
                {part.href}
              </a>
            );
          default:
            return part.text;
        }
      })}
    </p>
  );
}

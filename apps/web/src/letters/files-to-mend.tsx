import type { CalendarSummary } from '@chancery/server/api';
import { Link } from '@tanstack/react-router';
import { Icon } from '../app/icon.js';

/** The files that are not well-formed XML, over the calendar: each is mended in its source and then is a letter. */
export function FilesToMend({ files }: { files: CalendarSummary['toMend'] }) {
  if (files.length === 0) return null;
  return (
    <section className="to-mend" aria-labelledby="to-mend-heading">
      <h2 id="to-mend-heading">To be mended</h2>
      <p className="quiet">
        These files are not well-formed XML. Each becomes a letter when its source is mended.
      </p>
      <ul>
        {files.map(({ id, path, line, message }) => (
          <li key={id}>
            <Link to="/mend/$fileId" params={{ fileId: id }}>
              {path}
            </Link>
            {line === null ? (
              <span className="st ok">
                <Icon name="check" />
                Well-formed now
              </span>
            ) : (
              <span className="st err">
                <Icon name="error" />
                Line {line}: {message}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

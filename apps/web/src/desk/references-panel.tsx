import type { LetterReferences } from '@chancery/server/api';
import { Link } from '@tanstack/react-router';
import { referencesIn } from '../editor/references-in.js';
import { titleCase } from '../letters/title-case.js';
import type { LetterSession } from './letter-session.js';
import { numbered } from './metadata-fields.js';
import type { WhereReferencesLead } from './where-references-lead.js';

/** What the letter refers to, and what refers to it. */
export function ReferencesPanel(props: {
  session: LetterSession;
  leads: WhereReferencesLead;
  from: LetterReferences['from'] | undefined;
  placeOf: (pos: number) => string;
}) {
  const { session, leads, from, placeOf } = props;
  const own = referencesIn(session.view.state.doc);
  return (
    <>
      <h2>{own.length === 0 ? 'Refers to nothing' : 'Refers to'}</h2>
      <p className="quiet hint">
        <kbd>Ctrl M</kbd> <kbd>R</kbd> puts a reference at the caret.
      </p>
      <ul>
        {own.map((reference) => {
          const fault = leads.fault(reference);
          const letter = leads.letter(reference);
          const words = reference.isGenerated ? leads.words(reference) : reference.words;
          return (
            <li key={`${reference.from} ${reference.written}`} className="card it">
              <div className="top">
                <strong>{words}</strong>
                <span className="w">{placeOf(reference.from)}</span>
              </div>
              {fault === undefined ? null : <p className="why">{fault}</p>}
              <div className="do">
                <button
                  type="button"
                  className="btn small ghost"
                  onClick={() => session.goTo(reference.from, reference.to)}
                >
                  Go to the place<span className="sr"> of {words}</span>
                </button>
                {letter && reference.kind !== 'elsewhere' ? (
                  <Link className="btn small ghost" to="/letters/$letterId" params={{ letterId: letter.id }}>
                    Open<span className="sr"> {letter.title}</span>
                  </Link>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
      <h2>{from?.length === 0 ? 'Nothing refers to this letter' : 'Referred to from'}</h2>
      <ul>
        {numbered(from ?? []).map(({ each, key }) => (
          <li key={key} className="card it">
            <div className="top">
              <Link to="/letters/$letterId" params={{ letterId: each.letterId }}>
                {each.number === null ? '' : `No. ${each.number}. `}
                {titleCase(each.title)}
              </Link>
            </div>
            <p className="quiet">{each.context}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { NoteDetail } from '@chancery/server/api';
import { Link } from '@tanstack/react-router';
import type { Volume } from '../api/volume.js';
import { Icon } from '../app/icon.js';
import { momentWords } from '../history/when-words.js';
import { documentWords, noteHeading, seriesWords, stateWords } from './note-words.js';
import type { NoteDesk } from './note-writer.js';
import { RemoveNote } from './remove-note.js';
import { SuggestedWordings } from './suggested-wordings.js';
import { Wording } from './wording.js';
import { WriteNote } from './write-note.js';

/** A note, with every sentence that calls it. */
export function NoteView(props: {
  editionId: string;
  note: NoteDetail;
  /** Undefined until it is known. */
  volume: Volume | undefined;
  desk: NoteDesk;
  /** Goes back to the line of the note. */
  onBack: () => void;
  onRead: ((callout: string) => void) | undefined;
}) {
  const { note, onRead } = props;
  const { words, icon, tone } = stateWords[note.state];
  const isReader = props.volume?.role === 'reader';
  const read = note.where.filter((callout) => callout.read).length;
  return (
    <section className="mid" aria-label={noteHeading(note)} data-pane="">
      <div className="in">
        <div className="nh">
          <h2>{noteHeading(note)}</h2>
          <span className={`st ${tone}`}>
            <Icon name={icon} />
            {words} since {momentWords(note.changedAt)}
          </span>
          <span className="grow" />
          {isReader ? null : (
            <Link
              className="btn small"
              to="/letters/$letterId"
              params={{ letterId: note.letterId }}
              {...(note.noteId.startsWith('@') ? {} : { hash: note.noteId })}
              aria-keyshortcuts="E"
              data-act="edit"
            >
              Open where it is written <kbd>E</kbd>
            </Link>
          )}
        </div>
        {note.may.remove ? <RemoveNote note={note} editionId={props.editionId} /> : null}
        <Wording text={note.text} against={note.against?.text} />
        {props.volume ? (
          <WriteNote volume={props.volume} note={note} desk={props.desk} onBack={props.onBack} />
        ) : null}
        <SuggestedWordings note={note} />
        <p className="note-facts">
          <span>
            <b>Series</b> {seriesWords[note.series]}
          </span>
          {note.author ? (
            <span>
              <b>Author</b> {note.author.name}
            </span>
          ) : null}
          {note.against ? (
            <span>
              <b>Shown against</b> your last reading, version {note.against.version}
            </span>
          ) : null}
          <span>
            <b>Now</b> version {note.version}
          </span>
          {note.approvedVersion !== null && note.approvedVersion !== note.version ? (
            <span>
              <b>In print</b> version {note.approvedVersion}, until the new one is approved
            </span>
          ) : null}
        </p>
        <h3>
          Where called, {note.callouts}{' '}
          {note.where.length > 0 && !isReader ? (
            <span className="quiet">
              {read} of {note.where.length} read in context
            </span>
          ) : null}
        </h3>
        {note.where.length === 0 ? (
          <p className="quiet">
            {note.callouts > 0
              ? `It is called in letters that are not ${isReader ? 'published yet' : 'assigned to you'}.`
              : 'Nothing calls this note: it would print without a place that leads to it. Call it in a letter, or take it out of its file.'}
          </p>
        ) : null}
        {note.where.length > 0 ? (
          <ol className="note-where">
            {note.where.map((callout) => (
              <li key={callout.key}>
                <span className="l">
                  <Link to="/letters/$letterId" params={{ letterId: callout.letterId }}>
                    {documentWords(callout)}
                  </Link>
                  <small>{callout.where}</small>
                </span>
                <q>
                  {callout.before}
                  <span className="co">{note.label}</span>
                  {callout.after}
                </q>
                {callout.read ? (
                  <span className="st ok">
                    <Icon name="check" />
                    Read
                  </span>
                ) : onRead ? (
                  <button
                    type="button"
                    className="btn small"
                    aria-label={`Mark read in ${documentWords(callout)}`}
                    onClick={() => onRead(callout.key)}
                  >
                    Mark read
                  </button>
                ) : null}
              </li>
            ))}
          </ol>
        ) : null}
      </div>
    </section>
  );
}

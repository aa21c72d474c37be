import { useEffect, useRef } from 'react';
import type { Callout } from '../editor/callouts.js';
import { NoteEditor } from '../editor/note-editor.js';
import { seriesWords } from '../notes/note-words.js';
import { useStore } from '../store/use-store.js';
import type { LetterSession } from './letter-session.js';

/** A page footnote, written in the apparatus beside the text; what is typed here enters the letter at once. */
export function FootnoteEditor({ session, callout }: { session: LetterSession; callout: Callout }) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<NoteEditor>(undefined);
  const latest = useRef(callout);
  latest.current = callout;

  useEffect(() => {
    if (!place.current) return undefined;
    const made = new NoteEditor(place.current, session.view, {
      place: () => latest.current.pos,
      label: `Text of ${seriesWords[latest.current.kind].toLowerCase()} ${latest.current.figure}`,
      editable: () => session.editable,
      onFocus: (view) => session.takeInHand({ view }),
    });
    editor.current = made;
    if (session.noteToWrite.get() === latest.current.pos) {
      session.noteToWrite.set(undefined);
      made.focus();
    }
    return () => {
      session.letGo(made.view);
      made.destroy();
    };
  }, [session]);

  const leads = useStore(session.leads);
  useEffect(() => {
    if (leads) editor.current?.setReferences(leads);
  }, [leads]);

  // The callout is another object whenever the text changed; the editor then takes over what is not its own.
  useEffect(() => {
    if (callout) editor.current?.follow();
  }, [callout]);

  return <div className="note-text" data-footnote={callout.node.attrs.id} ref={place} />;
}

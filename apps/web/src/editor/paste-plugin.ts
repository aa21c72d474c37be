import { pasteInto, pieceOfText, refusalOf, saidWith, say, settleCopy } from '@chancery/prosemirror-tei';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import { NodeSelection, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { dropPoint } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { largeWords, mostBytes } from '../saving/change-size.js';
import { pastedHtml } from './pasted-html.js';

/**
 * Pasting, and dragging within the text and into it. `whole` gives the document that pieces are pasted into, by whose
 * names new ones are made; the editor's own unless it edits a part of another.
 */
export function pastePlugin(whole: (view: EditorView) => Node = (view) => view.state.doc): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: pastedHtml,
      clipboardTextParser: (text) => pieceOfText(text),
      clipboardTextSerializer: (slice) => wordsOf(slice.content),
      handlePaste: (view, _event, slice) => {
        const pasted = pasteInto(view.state, settleCopy(slice, whole(view)));
        view.dispatch(told(view, pasted).setMeta('paste', true).setMeta('uiEvent', 'paste'));
        return true;
      },
      handleDrop: (view, event, slice, moved) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        if (at === undefined) return false;
        const dropped = drop(view, at, moved ? slice : settleCopy(slice, whole(view)), moved);
        view.dispatch(told(view, dropped).setMeta('uiEvent', 'drop'));
        view.focus();
        return true;
      },
      handleDOMEvents: {
        paste: (view, event) => pastedTooMuch(view, event),
        beforeinput: (view, event) => typed(view, event),
        compositionstart: (view) => {
          // A browser that types over a selection joins elements that are to stay apart.
          if (view.editable && view.state.selection instanceof TextSelection && !view.state.selection.empty)
            view.dispatch(view.state.tr.deleteSelection());
          return false;
        },
      },
    },
  });
}

/** The edit, or a transaction that only says why there is none. */
function told(view: EditorView, edit: Transaction | string): Transaction {
  return typeof edit === 'string' ? say(view.state.tr, edit) : edit.scrollIntoView();
}

/** What is far too much is not even read: the clipboard has it still. */
function pastedTooMuch(view: EditorView, event: ClipboardEvent): boolean {
  if (!view.editable || (event.clipboardData?.getData('text/plain').length ?? 0) <= mostBytes) return false;
  event.preventDefault();
  view.dispatch(say(view.state.tr, largeWords));
  return true;
}

/**
 * Typing is done here. Over a selection a browser would join elements that are to stay apart; and what a browser writes itself,
 * the editor has to read again before it knows of it, which takes as long as all else that a key does. What is composed, or
 * put in the place of other words by the system, remains the browser's.
 */
function typed(view: EditorView, event: InputEvent): boolean {
  const { selection, tr } = view.state;
  const text = event.data ?? '';
  if (!view.editable || event.isComposing || event.inputType !== 'insertText' || text === '') return false;
  if (!(selection instanceof TextSelection) || !event.cancelable) return false;
  if (selection.empty && !event.getTargetRanges().every(({ collapsed }) => collapsed)) return false;
  event.preventDefault();
  view.dispatch(tr.insertText(text).scrollIntoView());
  return true;
}

/** The edit that drops a piece at a place. What is moved keeps its names; a piece that may not stand there stays where it was. */
function drop(view: EditorView, at: number, slice: Slice, moved: boolean): Transaction | string {
  const { doc, selection } = view.state;
  if (moved && selection.from <= at && at <= selection.to) return view.state.tr;
  const piece =
    selection instanceof NodeSelection && moved ? new Slice(Fragment.from(selection.node), 0, 0) : slice;
  const place = dropPoint(doc, at, piece) ?? at;
  const tr = view.state.tr;
  if (moved) tr.deleteSelection();
  const to = tr.mapping.map(place);
  const inline = tr.doc.resolve(to).parent.inlineContent;
  if (inline) tr.setSelection(TextSelection.create(tr.doc, to)).replaceSelection(piece);
  else tr.replace(to, to, piece);
  return refusalOf(tr) ?? say(tr, saidWith(tr) ?? (moved ? 'Moved.' : 'Dropped.'));
}

/** What is copied, for programs that take plain text: paragraphs are parted by blank lines, line beginnings end lines. */
function wordsOf(content: Fragment): string {
  return content.textBetween(0, content.size, '\n\n', (leaf) => (leaf.attrs.name === 'lb' ? '\n' : ''));
}

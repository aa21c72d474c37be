import { EditRefused, NotWellFormed } from '@chancery/prosemirror-tei';
import { checkWellFormed, lineAndColumn } from '@chancery/xml';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  redo,
  undo,
  undoDepth,
} from '@codemirror/commands';
import { xml } from '@codemirror/lang-xml';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, ChangeSet, Compartment, EditorState, Transaction } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { createStore } from '../store/store.js';
import { sourceColours, sourceLook } from './source-look.js';
import { type Mark, showHere, showMarks, sourceMarks } from './source-marks.js';

/** How it stands with what is written in the source view. */
export type DraftState =
  /** All of it is in the letter. */
  | { readonly kind: 'same' }
  | { readonly kind: 'waiting' }
  /** It cannot be sent as it is; it is kept. */
  | { readonly kind: 'faulty'; readonly reason: string; readonly line?: number; readonly column?: number };

/** What the source view asks of its surroundings. */
export interface SourceEditorOptions {
  readonly label: string;
  /** The letter's source as it is now. */
  readonly current: () => string | undefined;
  /** Makes the letter's source another one; throws when it cannot be. */
  readonly replace: (source: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The caret stands at this offset of the letter's source. */
  readonly onCaret: (offset: number) => void;
  /** Whether what is written is sent when it pauses; by default so. Without, all of it stays a draft. */
  readonly sends?: boolean;
  /** What was written and not sent has changed; undefined when there is nothing. */
  readonly onDraft: (draft: { base: string; text: string } | undefined) => void;
}

/** How long writing must pause before it is looked at, and before it is sent, in milliseconds. */
const lookAfter = 150;
const sendAfter = 700;

/** The change comes from the letter, not from the person at this view. */
const fromLetter = Annotation.define<boolean>();

/** What cannot be seen. Carriage returns are not among them: files of some systems have one at every line's end. */
const special =
  /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202d\u202e\u2066-\u2069\ufeff\ufff9-\ufffc]/g;

/**
 * The TEI of a letter in an editor of its own. What is written is sent when it pauses and is well-formed; until then it is
 * kept, and what the text view or colleagues change meanwhile is put in around it.
 */
export class SourceEditor {
  readonly state = createStore<DraftState>({ kind: 'same' });
  readonly #view: EditorView;
  readonly #options: SourceEditorOptions;
  readonly #editable = new Compartment();
  readonly #history = new Compartment();
  /** The letter's source that this view has taken in, and what was written upon it. */
  #base: string;
  #unsent: ChangeSet;
  #marks: readonly Mark[] = [];
  #look: ReturnType<typeof setTimeout> | undefined;
  #send: ReturnType<typeof setTimeout> | undefined;

  constructor(place: HTMLElement, source: string, options: SourceEditorOptions) {
    this.#options = options;
    this.#base = source;
    const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
    const state = EditorState.create({
      doc: source,
      extensions: [
        // Offsets here are those of the file, whatever its line ends.
        EditorState.lineSeparator.of('\n'),
        lineNumbers(),
        codeFolding(),
        foldGutter(),
        highlightSpecialChars({ specialChars: special }),
        this.#history.of(history()),
        drawSelection(),
        EditorState.allowMultipleSelections.of(true),
        indentUnit.of(/\n\t/.test(source) ? '\t' : '  '),
        xml(),
        syntaxHighlighting(sourceColours),
        bracketMatching(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        search({ top: true }),
        sourceMarks(),
        sourceLook,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'data-pane-focus': '',
          tabindex: '0',
          spellcheck: 'false',
          autocorrect: 'off',
          autocapitalize: 'off',
          translate: 'no',
        }),
        this.#editable.of(editing(false)),
        keymap.of([
          { key: 'Mod-z', run: () => this.#undo(), preventDefault: true },
          { key: 'Mod-y', mac: 'Mod-Shift-z', run: () => this.#redo(), preventDefault: true },
          { key: 'Mod-Shift-z', run: () => this.#redo(), preventDefault: true },
          ...(lineEnd === '\r\n' ? [{ key: 'Enter', run: newLine }] : []),
          ...searchKeymap,
          ...foldKeymap,
          ...historyKeymap,
          ...defaultKeymap.filter(({ key }) => key !== 'Ctrl-m'),
          indentWithTab,
        ]),
        EditorView.updateListener.of((update) => {
          for (const transaction of update.transactions) this.#heard(transaction);
          if (update.selectionSet && update.view.hasFocus) this.#tellCaret();
        }),
      ],
    });
    this.#unsent = ChangeSet.empty(state.doc.length);
    this.#view = new EditorView({ state, parent: place });
  }

  /** What is in the view. */
  get text(): string {
    return this.#view.state.doc.sliceString(0, undefined, '\n');
  }

  get hasFocus(): boolean {
    return this.#view.hasFocus;
  }

  setEditable(editable: boolean): void {
    this.#view.dispatch({ effects: this.#editable.reconfigure(editing(editable)) });
  }

  /** Takes in the letter's source as it is now; only what differs changes, so caret, scroll and what is unsent stay. */
  sync(source: string): void {
    if (source === this.#base) return;
    if (source === this.text) {
      this.#settled(source);
      return;
    }
    const change = splice(this.#base, source);
    const theirs = ChangeSet.of(change, this.#base.length, '\n');
    this.#view.dispatch({
      changes: theirs.map(this.#unsent, true),
      annotations: [fromLetter.of(true), Transaction.addToHistory.of(false), Transaction.remote.of(true)],
    });
    this.#unsent = this.#unsent.map(theirs);
    this.#base = source;
    if (this.#unsent.empty) this.#settled(source);
  }

  /** Puts back what was written and not sent when the view was last left. */
  restore(draft: { base: string; text: string }): void {
    const base = draft.base === this.#base ? draft.text : undefined;
    const mine = ChangeSet.of(splice(draft.base, draft.text), draft.base.length, '\n');
    const theirs = ChangeSet.of(splice(draft.base, this.#base), draft.base.length, '\n');
    const changes = base === undefined ? mine.map(theirs) : mine;
    this.#view.dispatch({ changes });
  }

  /** Sends what was written, if it can be; false when it has to wait. */
  flush(): boolean {
    clearTimeout(this.#send);
    const current = this.#unsent.empty ? undefined : this.#options.current();
    if (current !== undefined) this.sync(current);
    if (this.#unsent.empty) return true;
    const { text } = this;
    const fault = checkWellFormed(text);
    if (fault) return this.#faulty(`${fault.message} ${fault.advice}`, fault.offset);
    try {
      this.#options.replace(text);
      this.#settled(text);
      return true;
    } catch (error) {
      if (error instanceof NotWellFormed) return this.#faulty(error.fault.message, error.fault.offset);
      if (error instanceof EditRefused || error instanceof Error) return this.#faulty(error.message);
      throw error;
    }
  }

  /** Takes back what was not sent. */
  takeBack(): void {
    this.#view.dispatch({
      changes: this.#unsent.invert(this.#view.state.toText(this.#base)),
      annotations: fromLetter.of(true),
    });
    this.#settled(this.#base);
  }

  /** Marks what findings speak of. Their offsets are those of the letter's source. */
  mark(marks: readonly Mark[]): void {
    this.#marks = marks;
    if (this.state.get().kind !== 'faulty') this.#showMarks();
  }

  /** Shows the place of an offset of the letter's source, without taking the focus. */
  showPlace(offset: number): void {
    const at = this.#unsent.mapPos(Math.min(offset, this.#base.length), 1);
    this.#view.dispatch({
      effects: [showHere.of(at), EditorView.scrollIntoView(at, { y: 'nearest', yMargin: 60 })],
    });
  }

  /** Puts the caret at an offset of the letter's source and gives the view the focus. */
  goTo(offset: number, end = offset): void {
    const at = (each: number) => this.#unsent.mapPos(Math.min(each, this.#base.length), 1);
    this.#view.dispatch({
      selection: { anchor: at(offset), head: at(end) },
      effects: EditorView.scrollIntoView(at(offset), { y: 'center' }),
    });
    this.#view.focus();
  }

  /** Puts the caret where the text is not well-formed and gives the view the focus. */
  goToFault(): void {
    const fault = checkWellFormed(this.text);
    const at = Math.min(fault?.offset ?? 0, this.#view.state.doc.length);
    this.#view.dispatch({
      selection: { anchor: at },
      effects: EditorView.scrollIntoView(at, { y: 'center' }),
    });
    this.#view.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  close(): void {
    clearTimeout(this.#look);
    if (this.#options.sends !== false) this.flush();
    clearTimeout(this.#send);
    this.#view.destroy();
  }

  #heard(transaction: Transaction): void {
    if (!transaction.docChanged || transaction.annotation(fromLetter)) return;
    this.#unsent = this.#unsent.compose(transaction.changes);
    if (this.text === this.#base) {
      this.#settled(this.#base);
      if (this.#options.sends === false) this.check();
      return;
    }
    if (this.state.get().kind === 'same') this.state.set({ kind: 'waiting' });
    this.#options.onDraft({ base: this.#base, text: this.text });
    clearTimeout(this.#look);
    clearTimeout(this.#send);
    this.#look = setTimeout(() => this.check(), lookAfter);
    if (this.#options.sends !== false) this.#send = setTimeout(() => this.flush(), sendAfter);
  }

  /** Looks at once whether it is well-formed, and marks the place where it is not. */
  check(): void {
    const fault = checkWellFormed(this.text);
    if (fault) this.#faulty(`${fault.message} ${fault.advice}`, fault.offset);
    else if (this.state.get().kind === 'faulty') {
      this.state.set({ kind: 'waiting' });
      this.#showMarks();
    }
  }

  #faulty(reason: string, offset?: number): false {
    const place = offset === undefined ? {} : lineAndColumn(this.text, offset);
    this.state.set({ kind: 'faulty', reason, ...place });
    const { length } = this.#view.state.doc;
    if (offset !== undefined) {
      const from = Math.max(0, Math.min(offset, length - 1));
      this.#view.dispatch({ effects: showMarks.of([{ from, to: from + 1, look: 'fault', title: reason }]) });
    }
    return false;
  }

  /** The letter has what is in the view: there is nothing to take back here any more. */
  #settled(source: string): void {
    clearTimeout(this.#look);
    clearTimeout(this.#send);
    this.#base = source;
    this.#unsent = ChangeSet.empty(source.length);
    this.#view.dispatch({ effects: this.#history.reconfigure([]) });
    this.#view.dispatch({ effects: this.#history.reconfigure(history()) });
    this.#options.onDraft(undefined);
    this.state.set({ kind: 'same' });
    this.#showMarks();
  }

  #showMarks(): void {
    const marks = this.#marks.map((mark) => ({
      ...mark,
      from: this.#unsent.mapPos(Math.min(mark.from, this.#base.length), 1),
      to: this.#unsent.mapPos(Math.min(mark.to, this.#base.length), -1),
    }));
    this.#view.dispatch({ effects: showMarks.of(marks) });
  }

  /** What is not sent is taken back here; what is, in the letter's own history. */
  #undo(): boolean {
    if (undoDepth(this.#view.state) > 0) return undo(this.#view);
    this.#options.undo();
    return true;
  }

  #redo(): boolean {
    if (!redo(this.#view)) this.#options.redo();
    return true;
  }

  #tellCaret(): void {
    const back = this.#unsent.invertedDesc;
    this.#options.onCaret(back.mapPos(this.#view.state.selection.main.head, 1));
  }
}

function editing(editable: boolean) {
  // A source that may only be read keeps its caret, so that it can be walked through and copied.
  return [
    EditorState.readOnly.of(!editable),
    EditorView.contentAttributes.of({ 'aria-readonly': String(!editable) }),
  ];
}

function newLine(view: EditorView): boolean {
  if (view.state.readOnly) return false;
  const { from } = view.state.selection.main;
  const indent = /^[ \t]*/.exec(view.state.doc.lineAt(from).text)?.[0] ?? '';
  view.dispatch(view.state.replaceSelection(`\r\n${indent}`), { scrollIntoView: true, userEvent: 'input' });
  return true;
}

/** The one change that leads from one text to another. */
function splice(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let same = 0;
  while (
    same < shorter - from &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

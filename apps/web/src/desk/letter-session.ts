import { goneWith, type Received, rebase, refusalOf, SourceStep, saidWith } from '@chancery/prosemirror-tei';
import type { LetterDetail, StepJson } from '@chancery/server/api';
import { type NoteSeries, noteRule, readMetadata } from '@chancery/tei';
import { sendableSteps } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import {
  type EditorState,
  type Plugin,
  type PluginKey,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { EditorView } from 'prosemirror-view';
import { besideChanged } from '../api/beside-letter.js';
import { getSchemas } from '../api/client.js';
import { announce } from '../app/announce.js';
import { CommentsLink } from '../comments/comments-link.js';
import { endnotesKnown } from '../editor/apparatus-plugin.js';
import { type AsPrinted, asPrintedKnown } from '../editor/as-printed-plugin.js';
import { type Caret, describeCaret, isSameCaret } from '../editor/caret.js';
import { deskPlugins } from '../editor/desk-plugins.js';
import { emendingKnown } from '../editor/emending-plugin.js';
import type { EndnoteOrder } from '../editor/endnote-order.js';
import { findingsKnown } from '../editor/findings-plugin.js';
import { noteViews } from '../editor/note-views.js';
import { openBase } from '../editor/open-base.js';
import { readCaret } from '../editor/read-caret-plugin.js';
import { referencesIn } from '../editor/references-in.js';
import { referencesKnown, wordsBy } from '../editor/references-plugin.js';
import { startOfText } from '../editor/start-of-text.js';
import type { NoteInHand, Writing } from '../editor/writing.js';
import { FindingsLink } from '../findings/findings-link.js';
import type { PlacedFinding } from '../findings/placed-finding.js';
import type { AskedPart } from '../history/ask-who-wrote.js';
import { AuthorsLink } from '../history/authors-link.js';
import type { LookBack } from '../history/look-back.js';
import { LostChanges } from '../losing/lost-changes.js';
import { PresenceLink } from '../presence/presence-link.js';
import { tooLarge } from '../saving/change-size.js';
import type { Claim } from '../saving/claim-client.js';
import { LetterSaver, received } from '../saving/letter-saver.js';
import { openState } from '../saving/open-state.js';
import { StepLog } from '../saving/step-log.js';
import { wordsOfSteps } from '../saving/words-of-steps.js';
import type { SourceEditor } from '../source/source-editor.js';
import { SourceLink } from '../source/source-link.js';
import { createStore, type Store } from '../store/store.js';
import { Suggesting } from '../suggesting/suggesting.js';
import { SuggestionsLink } from '../suggesting/suggestions-link.js';
import type { SourcePlace } from './go-to-source.js';
import { TypingRests } from './typing-rests.js';
import type { WhereReferencesLead } from './where-references-lead.js';

/** One letter open at the desk: its view, its saving and its checking, from opening to closing. */
export class LetterSession implements Writing {
  readonly view: EditorView;
  readonly saver: LetterSaver;
  /** Changes of the person's own that did not come to stand, until they are dealt with. */
  readonly lost: LostChanges;
  readonly findings: FindingsLink;
  /** Who else is at the letter. */
  readonly presence: PresenceLink;
  /** The letter's source, for whoever asks for it. */
  readonly source: SourceLink;
  /** What people say of the letter, in its text. */
  readonly comments: CommentsLink;
  readonly caret: Store<Caret>;
  /** What is suggested for the letter. */
  readonly suggestions: SuggestionsLink;
  /** Who wrote the letter, while the text shows it. */
  readonly authors: AuthorsLink;
  /** The look at former versions that stands in the place of the text. */
  readonly lookBack = createStore<LookBack | undefined>(undefined);
  /** The part of which it was asked who wrote it. */
  readonly askedPart = createStore<AskedPart | undefined>(undefined);
  /** The letter as it is now is being given a name. */
  readonly naming = createStore(false);
  /** What the person at the desk suggests. */
  readonly suggesting: Suggesting;
  /** The source view, while it is open. */
  sourceView: SourceEditor | undefined;
  /** Where the source view is to put the caret when it opens, as offsets of the source. */
  sourcePlace: SourcePlace | undefined;
  /** The place of the header that was asked for, until the metadata or the source view shows it. */
  readonly headerPlace = createStore<SourcePlace | undefined>(undefined);
  /** Grows with the changes of the document, own or others'; while somebody types in the text when that rests. */
  readonly changes = createStore(0);
  readonly #rests = new TypingRests(() => this.changes.set(this.changes.get() + 1));
  readonly #claim: Claim;
  /** Where a note was just begun that is to be written in the apparatus. */
  readonly noteToWrite = createStore<number | undefined>(undefined);
  /** The selected words are being emended, in the form beside the text. */
  readonly emending = createStore(false);
  /** Where the references of the letter lead; undefined until it is known. */
  readonly leads = createStore<WhereReferencesLead | undefined>(undefined);
  /** What the desk last said of what was done or refused; gone when the person goes on. */
  readonly said = createStore<string | undefined>(undefined);
  /** A note of another file is being written: it can be marked also while the letter is read only. */
  readonly writesElsewhere = createStore(false);
  readonly #log: StepLog;
  #endnotes: EndnoteOrder;
  #language: string;
  #editable = false;
  readonly #path: string;
  #note: NoteInHand | undefined;

  constructor(
    place: HTMLElement,
    letter: LetterDetail,
    options: { claim: Claim; personId: string; endnotes: EndnoteOrder; label: string },
  ) {
    this.#language = readMetadata(letter.base.source).language ?? 'und';
    this.#claim = options.claim;
    this.#path = letter.path;
    this.#endnotes = options.endnotes;
    this.#log = new StepLog(openBase(letter.base).doc, letter.base.version, letter.steps);
    this.comments = new CommentsLink(this.#log, options.claim.clientId, () => this.suggesting.on.get());
    const opened = openState(this.#log, {
      clientId: options.claim.clientId,
      kept: options.claim.kept,
      others: options.claim.others,
      plugins: this.#plugins(),
      selection: startOfText,
    });
    this.view = new EditorView(place, {
      state: opened.state,
      nodeViews: noteViews,
      editable: () => this.#editable,
      attributes: () => ({
        class: 'letter',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        'aria-readonly': String(!this.#editable),
        'data-pane-focus': '',
        tabindex: '0',
        lang: this.#language,
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
        translate: 'no',
      }),
      dispatchTransaction: (transaction) => this.#dispatch(transaction),
    });
    this.comments.attach(this.view);
    this.view.dom.addEventListener('focus', () => this.letGo());
    // What is done beside the text is done to the text as it is.
    this.view.dom.addEventListener('blur', () => this.#rests.now());
    this.caret = createStore(describeCaret(this.view.state));
    this.authors = new AuthorsLink(this.view, this.#log, letter.id);
    this.suggestions = new SuggestionsLink(this.view, this.#log, () => this.suggesting.inView());
    this.suggesting = new Suggesting({
      view: this.view,
      log: this.#log,
      letterId: letter.id,
      clientId: options.claim.clientId,
      plugins: () => this.#plugins(),
      update: (state) => this.#reopen(state),
      authorId: letter.canSuggest ? options.personId : undefined,
      onShown: () => this.#shown(),
      onChanged: () => this.suggestions.mark(),
      tell: (sentence) => this.tell(sentence),
    });
    this.source = new SourceLink(this.view, this.#log, letter.id);
    const whose = { letterId: letter.id, personId: options.personId };
    this.saver = new LetterSaver(this.view, this.#log, {
      whose,
      clientId: options.claim.clientId,
      canEdit: letter.canEdit,
      tookOver: options.claim.others.map(({ clientId }) => clientId),
      onChanged: (topic) => {
        besideChanged(letter.id, topic);
        if (topic === undefined) this.suggesting.now();
      },
      onReceiving: (steps) => {
        readCaret(this.view);
        this.suggesting.receiving(steps);
      },
      onPresence: (message) => (message ? this.presence.take(message) : this.presence.lost()),
    });
    this.presence = new PresenceLink(this.view, this.#log, {
      clientId: options.claim.clientId,
      send: (message) => this.saver.sayHere(message),
    });
    this.lost = new LostChanges(this.view, this.#log, whose, this.saver, opened);
    const own = letter.ownSchemas ? getSchemas(letter.editionId) : Promise.resolve({ rng: null, sch: null });
    this.findings = new FindingsLink(letter.base, own, () => ({
      acknowledged: this.#log.steps.map(({ step }) => step),
      waiting: (sendableSteps(this.view.state)?.steps ?? []).map((step) => step.toJSON()),
    }));
    this.emending.subscribe(() => {
      this.#show(emendingKnown, this.emending.get());
    });
    this.findings.state.subscribe(() => {
      this.#show(findingsKnown, this.findings.state.get().findings);
    });
  }

  /** Opens or closes the text for typing. The selection and the scroll stay where they are. */
  setEditable(editable: boolean): void {
    if (editable === this.#editable) return;
    this.#editable = editable;
    this.view.setProps({});
  }

  /** The last version that the server has acknowledged. */
  get version(): number {
    return this.#log.version;
  }

  /** The acknowledged steps after a version; undefined for a version that was never known here. */
  stepsSince(version: number): readonly StepJson[] | undefined {
    return this.#log.knows(version) ? this.#log.since(version).map(({ step }) => step) : undefined;
  }

  get editable(): boolean {
    return this.#editable;
  }

  /** The note beside the text that one has gone to and not come back from, or else the text. */
  get inHand(): EditorView {
    return this.#note?.view ?? this.view;
  }

  get path(): string {
    return this.#note?.path ?? this.#path;
  }

  /** A note beside the text is written: what is done at the caret is done there. */
  takeInHand(note: NoteInHand): void {
    this.#note = note;
    this.writesElsewhere.set(note.path !== undefined);
    this.said.set(undefined);
  }

  /** Goes back to the text: from any note, or where a certain one is in hand. */
  letGo(note?: EditorView): void {
    if (note !== undefined && note !== this.#note?.view) return;
    this.#note = undefined;
    this.writesElsewhere.set(false);
  }

  /** Tells the text what the rest of the volume calls. */
  setEndnotes(order: EndnoteOrder): void {
    this.#endnotes = order;
    this.#show(endnotesKnown, order);
  }

  /** Whether the volume has notes of a series. */
  usesNotes(series: NoteSeries): boolean {
    return noteRule(this.#endnotes.rules, series).isUsed;
  }

  /** The language of the text as a tag; `und` where neither it nor its volume says one. */
  get language(): string {
    return this.#language;
  }

  /** Tells the text in which language it is, by whose rules it is divided and read aloud. */
  setLanguage(language: string): void {
    if (language === this.#language) return;
    this.#language = language;
    this.view.updateState(this.view.state);
  }

  /** Tells the text what the volume prints of it otherwise. */
  setPrinted(printed: AsPrinted): void {
    this.#show(asPrintedKnown, printed);
  }

  /** Has the text show what is known beside it. To show it takes the caret to where the editor knows it to be. */
  #show(known: PluginKey, value: unknown): void {
    readCaret(this.view);
    this.view.dispatch(this.view.state.tr.setMeta(known, value));
  }

  /** Tells the text where its references lead, and what else of it is found beside the validator. */
  setReferences(leads: WhereReferencesLead, more: (doc: Node) => PlacedFinding[]): void {
    this.#show(referencesKnown, wordsBy(leads));
    this.leads.set(leads);
    this.findings.tellAlso(() => {
      const { doc } = this.view.state;
      return [...leads.findings(referencesIn(doc)), ...more(doc)];
    });
  }

  /** Puts the caret at a position, brings it into view, and gives the text the focus. */
  goTo(pos: number, end = pos): void {
    this.show(pos, end);
    this.view.focus();
  }

  /** Selects a range and brings it into view; the focus stays where it is. */
  show(pos: number, end: number): void {
    const { doc, tr } = this.view.state;
    const $from = doc.resolve(Math.min(pos, doc.content.size));
    const $to = doc.resolve(Math.min(end, doc.content.size));
    const selection =
      $from.parent.inlineContent && $to.parent.inlineContent
        ? TextSelection.between($from, $to)
        : TextSelection.near($from);
    this.view.dispatch(tr.setSelection(selection).scrollIntoView());
  }

  /**
   * Enters or leaves Suggest mode, in which changes are suggested and do not enter the text. Answers false, with nothing done, while
   * changes that enter the text are still to be sent.
   */
  suggest(on: boolean): boolean {
    if (on === this.suggesting.on.get()) return true;
    if (on && this.saver.unsent > 0) return false;
    this.saver.suggesting = on;
    this.suggesting.turn(on);
    return true;
  }

  /**
   * Takes back every change that the server has not acknowledged, and shows the letter as it is stored. The words of what
   * was taken back are kept among what was lost.
   */
  takeBack(): void {
    const waiting = sendableSteps(this.view.state)?.steps ?? [];
    const { state } = openState(this.#log, {
      clientId: this.#claim.clientId,
      plugins: this.#plugins(),
      selection: startOfText,
    });
    this.#reopen(state);
    this.lost.takenBack(wordsOfSteps(waiting.map((step) => step.toJSON())));
    this.saver.settled();
    this.#changed();
  }

  /** Whether what was refused can be suggested: changes of the header cannot. */
  get maySuggestWaiting(): boolean {
    const waiting = sendableSteps(this.view.state)?.steps ?? [];
    return waiting.length > 0 && !waiting.some((step) => step instanceof SourceStep);
  }

  /**
   * Enters Suggest mode with the changes that the server has not taken as suggestions. The words of what one's own suggestions that
   * stand there are in the way of are kept among what was lost.
   */
  suggestWaiting(): void {
    const waiting = sendableSteps(this.view.state)?.steps ?? [];
    const { state } = openState(this.#log, {
      clientId: this.#claim.clientId,
      plugins: this.#plugins(),
      selection: startOfText,
    });
    this.#reopen(state);
    this.suggest(true);
    const standing = sendableSteps(this.view.state)?.steps ?? [];
    const { steps, dropped } = rebase(this.#log.doc, waiting, standing);
    const refused = this.#doOneByOne(steps.map(({ step }) => step));
    this.view.dispatch(this.view.state.tr.scrollIntoView());
    const gone = [...dropped.map(({ step }) => step), ...refused];
    if (gone.length > 0) this.lost.takenBack(wordsOfSteps(gone.map((step) => step.toJSON())));
    this.saver.settled();
    this.#changed();
  }

  /**
   * Makes changes as if each had been made by itself: what lies apart is suggested apart. What is only whole with what
   * follows it is made with that. Answers what the letter does not take.
   */
  #doOneByOne(steps: readonly Step[]): readonly Step[] {
    let { tr } = this.view.state;
    for (const step of steps) {
      tr.step(step);
      if ((refusalOf(tr) ?? tooLarge(tr)) !== undefined) continue;
      this.view.dispatch(tr);
      tr = this.view.state.tr;
    }
    return tr.steps;
  }

  close(): void {
    this.#rests.close();
    this.findings.close();
    this.suggestions.close();
    this.authors.close();
    this.suggesting.close();
    this.source.close();
    this.presence.close();
    this.lost.close();
    this.saver.close();
    this.#claim.release();
    this.view.destroy();
  }

  /** Says a sentence in the status bar and to screen readers. */
  tell(sentence: string): void {
    this.said.set(sentence);
    announce(sentence);
  }

  #dispatch(dispatched: Transaction): void {
    const refusal = refusalOf(dispatched) ?? tooLarge(dispatched);
    if (refusal !== undefined) {
      this.tell(refusal);
      return;
    }
    const arrived: (Received & { version: number }) | undefined = dispatched.getMeta(received);
    const transaction = arrived ? dispatched : this.suggesting.label(dispatched);
    const { state, transactions } = this.view.state.applyTransaction(transaction);
    this.comments.follow(transactions, state, arrived !== undefined);
    this.view.updateState(state);
    if (arrived) {
      this.#received(arrived);
      this.suggesting.received();
      this.source.changed();
      this.suggestions.changed();
      this.authors.changed();
    }
    if (transaction.docChanged) {
      this.saver.changed(!arrived);
      if (!arrived) this.suggesting.changed(transaction);
      this.#changed(transactions, !arrived);
    }
    const said = saidWith(transaction) ?? goneWith(transaction);
    if (said !== undefined) this.tell(said);
    else if (!arrived && (transaction.selectionSet || transaction.docChanged)) this.said.set(undefined);
    if (arrived) this.presence.arrived(transaction);
    if (transaction.docChanged || transaction.selectionSet) this.presence.moved();
    if (transaction.selectionSet) this.comments.selectAt(this.view.state.selection.head);
    if (transaction.docChanged || transaction.selectionSet || transaction.storedMarksSet) this.#showCaret();
    if (transaction.selectionSet) this.suggestions.caretMoved();
  }

  /** Finds a way for each change that has met another's: those of the header are made again, the others are told. */
  #received(arrived: Received & { version: number }): void {
    // Of a suggestion that others have been in the way of, the list keeps the words.
    if (this.suggesting.on.get()) return;
    const edits = arrived.losses.map((loss) =>
      loss.kind === 'change' && loss.of !== undefined ? arrived.waited[loss.of] : undefined,
    );
    const again = new Set([...new Set(edits)].filter((edit) => edit && this.source.dropped(edit)));
    const losses = arrived.losses.filter((_loss, index) => !again.has(edits[index]));
    this.lost.received(arrived, losses);
    this.source.settled();
  }

  /** The name of this window among those that edit the letter. */
  get clientId(): string {
    return this.#claim.clientId;
  }

  #plugins(): Plugin[] {
    return [...deskPlugins(this.#endnotes), this.comments.plugin()];
  }

  /** Has the view show a state to which no transaction has led. */
  #reopen(state: EditorState): void {
    this.comments.reopened(state);
    this.view.updateState(state);
  }

  /** The view shows the letter in another state, with nothing of what was marked in it. */
  #shown(): void {
    this.suggestions.mark();
    this.presence.take({ type: 'present', here: [], gone: [] });
    this.authors.changed();
    this.#showCaret();
    this.#changed();
  }

  #showCaret(): void {
    const caret = describeCaret(this.view.state);
    if (!isSameCaret(caret, this.caret.get())) this.caret.set(caret);
  }

  /**
   * @param by what has led to the document; undefined where it has come in the place of the one before
   * @param own whether the person at the desk has changed it
   */
  #changed(by?: readonly Transaction[], own = false): void {
    // Whoever types in the text looks at the text: a key must not wait for what stands beside it.
    if (this.view.hasFocus()) this.#rests.changed(own);
    else this.#rests.now();
    this.source.changed();
    this.findings.changed(by?.map(({ mapping }) => mapping));
  }
}

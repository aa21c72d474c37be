import type { Loss, Received } from '@chancery/prosemirror-tei';
import { getVersion, sendableSteps } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { type Mappable, Mapping } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { handAt } from '../api/client.js';
import { announce } from '../app/announce.js';
import { acknowledgedPlace, placeHere, type Sides } from '../saving/acknowledged-place.js';
import { placeOfAnchor } from '../saving/anchor.js';
import { lossesKept, releaseLoss } from '../saving/kept-changes.js';
import { type KeptLoss, keptLoss, keptWords, type Whose } from '../saving/kept-loss.js';
import type { LetterSaver } from '../saving/letter-saver.js';
import type { OpenedState } from '../saving/open-state.js';
import type { StepLog } from '../saving/step-log.js';
import { createStore } from '../store/store.js';
import { howMany } from './loss-words.js';

/** Where something lost would stand now. */
export interface LostPlace {
  readonly from: number;
  readonly to: number;
}

/** What one writes at the edge of two readings belongs to them: one's own reading may stand there. */
const around: Sides = [-1, 1];

/** By which windows of one browser tell each other that something lost was dealt with. */
const channelName = 'chancery.lost';

/**
 * The changes of the person's own to a letter that did not come to stand, or met another's. They are kept on this device,
 * and listed in each window of the letter, until the person has dealt with them.
 */
export class LostChanges {
  readonly list = createStore<readonly KeptLoss[]>([]);
  readonly #view: EditorView;
  readonly #log: StepLog;
  readonly #whose: Whose;
  readonly #saver: LetterSaver;
  readonly #channel = new BroadcastChannel(channelName);

  constructor(view: EditorView, log: StepLog, whose: Whose, saver: LetterSaver, opened: OpenedState) {
    this.#view = view;
    this.#log = log;
    this.#whose = whose;
    this.#saver = saver;
    const lost = [
      ...opened.caught.flatMap((caught) => this.#kept(caught.losses, caught.doc, caught, caught.since)),
      ...opened.strayed.map((words) => keptWords(words, whose)),
    ];
    saver.keepLost(lost);
    this.#channel.onmessage = () => void this.#load([]);
    void this.#load(lost);
  }

  /** To be called when steps of others were received, after they are in the text. */
  received(result: Received & { version: number }, losses: readonly Loss[]): void {
    if (losses.length === 0) return;
    const { doc } = this.#view.state;
    const lost = this.#kept(losses, doc, result, new Mapping());
    this.#saver.keepLost(lost);
    this.#add(lost);
  }

  /** Words that the person takes out of the letter, because they cannot be stored. */
  takenBack(words: readonly string[]): void {
    const lost = words.map((each) => keptWords(each, this.#whose));
    this.#saver.keepLost(lost);
    this.#add(lost);
  }

  /** Where it would stand now; undefined where that is not known. */
  placeOf(loss: KeptLoss): LostPlace | undefined {
    const { doc } = this.#view.state;
    const known = loss.stood && placeHere(loss.stood, this.#log, this.#waiting, around);
    if (known) return { from: known.anchor, to: known.head };
    const from = placeOfAnchor(doc, loss.from);
    return from === undefined ? undefined : { from, to: placeOfAnchor(doc, loss.to) ?? from };
  }

  /** The person has dealt with it. */
  settle(loss: KeptLoss): void {
    this.list.set(this.list.get().filter(({ id }) => id !== loss.id));
    void releaseLoss(loss.id).then(
      () => this.#channel.postMessage(this.#whose.letterId),
      () => undefined,
    );
  }

  close(): void {
    this.#channel.close();
  }

  get #waiting() {
    return sendableSteps(this.#view.state)?.steps ?? [];
  }

  /** @param since what was done since they were lost, up to the document on the screen */
  #kept(
    losses: readonly Loss[],
    doc: Node,
    { others, version }: Pick<Received, 'others'> & { version: number },
    since: Mappable,
  ): KeptLoss[] {
    const shown = getVersion(this.#view.state);
    return losses.map((loss) => {
      const by = loss.by === undefined || !others[loss.by] ? undefined : version + loss.by + 1;
      const place = {
        anchor: since.map(loss.at),
        head: since.map(loss.kind === 'readings' ? loss.to : loss.at),
      };
      const stood = { ...acknowledgedPlace(place, this.#waiting), version: shown };
      return keptLoss(loss, doc, this.#whose, { stood, version: by });
    });
  }

  #add(lost: readonly KeptLoss[]): void {
    if (lost.length === 0) return;
    this.list.set([...this.list.get(), ...lost]);
    announce(howMany(lost.length));
    for (const loss of lost) void this.#name(loss);
  }

  /** What was kept before, in this window or another, and what is new. */
  async #load(fresh: readonly KeptLoss[]): Promise<void> {
    const { letterId, personId } = this.#whose;
    const kept = await lossesKept(letterId, personId).catch(() => []);
    const known = new Set(kept.map(({ id }) => id));
    const list = [...kept, ...fresh.filter(({ id }) => !known.has(id))];
    const before = this.list.get();
    if (list.length === before.length && list.every(({ id }, index) => before[index]?.id === id)) return;
    this.list.set(list);
    if (list.length > before.length) announce(howMany(list.length));
    for (const loss of list) if (loss.by === undefined) void this.#name(loss);
  }

  /** Finds out whose change was in the way. */
  async #name(loss: KeptLoss): Promise<void> {
    if (loss.version === undefined) return;
    const by = await handAt(this.#whose.letterId, loss.version).catch(() => undefined);
    if (by === undefined) return;
    const named = { ...loss, by };
    const list = this.list.get();
    if (!list.some(({ id }) => id === loss.id)) return;
    this.list.set(list.map((each) => (each.id === loss.id ? named : each)));
    this.#saver.keepLost([named]);
  }
}

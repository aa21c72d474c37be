import type { Anchor } from '@chancery/prosemirror-tei';
import type { ThreadSubject } from '@chancery/server/api';
import { besideLetter } from '../api/beside-letter.js';
import { answerThread, beginThread, correctComment } from '../api/comments.js';
import { RequestFailed } from '../api/request-failed.js';
import { queryClient } from '../app/query-client.js';
import { backOff } from '../saving/back-off.js';
import { createStore } from '../store/store.js';
import { type Named, toBody } from './comment-parts.js';
import {
  commentsKept,
  type KeptComment,
  type KeptPlace,
  keepComment,
  releaseComment,
} from './kept-comments.js';

/** Where a place in the text stands for the server, by its name; undefined while it cannot be said. */
type Placer = (place: string) => { readonly anchor: Anchor; readonly version: number } | undefined;

/** By which name a place of a comment is followed in the text. */
export function placeId(comment: KeptComment, index: number): string {
  return `${comment.id}:${index}`;
}

/**
 * The comments on one letter that are being written in this window, or wait to be sent. What is written is kept on this
 * device from the first key on; what is to be sent is sent again until the server has taken it or says why it does not.
 */
export class CommentDesk {
  readonly kept = createStore<readonly KeptComment[]>([]);
  /** Each as it stands on this device by now: what was written a moment ago may still be on its way there. */
  readonly onDevice = createStore<ReadonlyMap<string, KeptComment>>(new Map());
  /** The comment whose field is to have the focus when it is shown. */
  readonly wanted = createStore<string | undefined>(undefined);
  /** The open text says where places stand; without one, places are as they were kept. */
  placer: Placer | undefined;
  readonly #letterId: string;
  #clientId: string = crypto.randomUUID();
  #sending = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(letterId: string) {
    this.#letterId = letterId;
    addEventListener('online', () => void this.sendWaiting());
  }

  /** Takes over what was kept by windows that are closed now. It is sent when where it stands is known. */
  async takeOver(clientId: string): Promise<readonly KeptComment[]> {
    this.#clientId = clientId;
    const locks = navigator.locks ? await navigator.locks.query() : undefined;
    const open = new Set((locks?.held ?? []).map(({ name }) => name));
    const kept = await commentsKept(this.#letterId);
    const known = new Set(this.kept.get().map(({ id }) => id));
    const over = kept.filter(
      (each) => !known.has(each.id) && (each.clientId === clientId || !open.has(`chancery:${each.clientId}`)),
    );
    for (const each of over) this.#keep({ ...each, clientId });
    return over;
  }

  /** Begins a thread about something; `places` are those of the text that it may be on. */
  begin(subject: ThreadSubject, places: readonly KeptPlace[] = []): KeptComment {
    const comment: KeptComment = {
      ...this.#blank(crypto.randomUUID(), crypto.randomUUID()),
      kind: 'thread',
      subject,
      places,
      chosen: 0,
    };
    this.#keep(comment);
    this.wanted.set(comment.id);
    return comment;
  }

  /** Writes an answer in a thread; an empty one is given up. */
  answer(threadId: string, text: string, mentioned: readonly Named[]): void {
    const there = this.answerIn(threadId);
    if (text === '' && there) this.giveUp(there.id);
    else
      this.#keep({
        ...(there ?? this.#blank(crypto.randomUUID(), threadId)),
        kind: 'answer',
        text,
        mentioned,
        refused: undefined,
      });
  }

  /** The answer that is being written in a thread. */
  answerIn(threadId: string): KeptComment | undefined {
    return this.kept.get().find((each) => each.kind === 'answer' && each.threadId === threadId && !each.sent);
  }

  /** Begins another wording of a comment. */
  correct(id: string, threadId: string, text: string, mentioned: readonly Named[]): void {
    this.#keep({ ...this.#blank(id, threadId), kind: 'correction', text, mentioned });
    this.wanted.set(id);
  }

  /** What is written goes on. */
  write(comment: KeptComment, text: string, mentioned: readonly Named[]): void {
    this.#keep({ ...comment, text, mentioned, refused: undefined });
  }

  choose(comment: KeptComment, chosen: number): void {
    if (comment.kind === 'thread') this.#keep({ ...comment, chosen });
  }

  /** Sends a comment as soon as it can be. */
  send(comment: KeptComment): void {
    if (comment.text.trim() === '') return;
    this.#keep({ ...comment, sent: true, refused: undefined });
    this.#failures = 0;
    void this.sendWaiting();
  }

  giveUp(id: string): void {
    this.kept.set(this.kept.get().filter((each) => each.id !== id));
    const onDevice = new Map(this.onDevice.get());
    onDevice.delete(id);
    this.onDevice.set(onDevice);
    releaseComment(id).catch(report);
  }

  /** Sends what waits, one after the other. */
  async sendWaiting(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    try {
      for (let sent = true; sent; ) {
        sent = false;
        for (const comment of this.kept.get().filter((each) => each.sent)) {
          if (await this.#sendOne(comment)) sent = true;
        }
      }
    } finally {
      this.#sending = false;
    }
  }

  /** Whether a comment is done with: taken, or refused for good. */
  async #sendOne(comment: KeptComment): Promise<boolean> {
    try {
      if (!(await this.#request(comment))) return false;
      this.#failures = 0;
      // It is let go of when it is seen among the others, so that it is always on the screen.
      await queryClient.invalidateQueries({ queryKey: besideLetter(this.#letterId, 'comments') });
      this.giveUp(comment.id);
      return true;
    } catch (error) {
      if (error instanceof RequestFailed && isRefusal(error)) {
        this.#keep({ ...comment, sent: false, refused: error.message });
        return true;
      }
      this.#failures += 1;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.sendWaiting(), backOff(this.#failures));
      return false;
    }
  }

  /** False when it cannot be sent yet. */
  async #request(comment: KeptComment): Promise<boolean> {
    const { id, threadId } = comment;
    const body = toBody(comment.text, comment.mentioned);
    if (comment.kind === 'answer') await answerThread(this.#letterId, threadId, { id, body });
    else if (comment.kind === 'correction') await correctComment(this.#letterId, id, { body });
    else {
      const at = comment.places[comment.chosen];
      const place = at && (this.placer ? this.placer(placeId(comment, comment.chosen)) : at);
      if (at && !place) return false;
      await beginThread(this.#letterId, {
        id: threadId,
        subject: at ? { kind: at.kind, id: at.id ?? null } : comment.subject,
        place: place ? { anchor: place.anchor, version: place.version } : null,
        comment: { id, body },
      });
    }
    return true;
  }

  /** A comment with its places as they stand now. */
  #placed(comment: KeptComment): KeptComment {
    if (comment.kind !== 'thread') return comment;
    const places = comment.places.map((place, index) => ({
      ...place,
      ...this.placer?.(placeId(comment, index)),
    }));
    return { ...comment, places };
  }

  #blank(id: string, threadId: string) {
    return {
      id,
      letterId: this.#letterId,
      threadId,
      clientId: this.#clientId,
      text: '',
      mentioned: [],
      sent: false,
      refused: undefined,
      at: Date.now(),
    };
  }

  #keep(written: KeptComment): void {
    const comment = this.#placed(written);
    const others = this.kept.get();
    const place = others.findIndex((each) => each.id === comment.id);
    this.kept.set(place === -1 ? [...others, comment] : others.with(place, comment));
    keepComment(comment).then(
      () => this.onDevice.set(new Map(this.onDevice.get()).set(comment.id, comment)),
      report,
    );
  }
}

function isRefusal({ status }: RequestFailed): boolean {
  return status >= 400 && status < 500 && status !== 429 && status !== 401;
}

function report(error: unknown): void {
  console.error('A comment could not be kept on this device.', error);
}

const desks = new Map<string, CommentDesk>();

/** The comments on a letter that are being written in this window. */
export function commentDeskOf(letterId: string): CommentDesk {
  const there = desks.get(letterId);
  if (there) return there;
  const made = new CommentDesk(letterId);
  desks.set(letterId, made);
  return made;
}

import { z } from 'zod';

/** Sizes and rates beyond which a client is refused, and told so. */
export const liveLimits = {
  /** Bytes of one message that are read as steps; longer ones are refused without being parsed. */
  messageBytes: 1_000_000,
  /** Bytes of one frame; a longer one ends the connection (WebSocket close code 1009). */
  frameBytes: 16_000_000,
  /** Steps of one batch. */
  batchSteps: 500,
  /** Batches a second that one connection may send for long. */
  batchesPerSecond: 20,
  /** Batches that one connection may send at once. */
  batchBurst: 100,
  /** Bytes of a message about presence; a longer one is passed over. */
  hereBytes: 512,
  /** Messages about presence a second that one connection may send; more are passed over without a word. */
  herePerSecond: 10,
} as const;

/** What a client sends: steps that follow version `version`, under a name of its own for the batch. */
export const stepsMessage = z.object({
  type: z.literal('steps'),
  version: z.number().int().nonnegative(),
  steps: z
    .array(z.looseObject({ stepType: z.string().max(64) }))
    .min(1)
    .max(liveLimits.batchSteps),
  batch: z.string().min(1).max(64),
  /**
   * The client understands its steps when they come back moved: the server may put a small batch that comes late behind what
   * others have stored by itself, as long as nothing of it is lost by that.
   */
  movable: z.boolean().optional(),
});

const place = z.number().int().nonnegative().max(100_000_000);

/** Where a caret or selection stands, as positions of the letter at `version`. */
const selectionPlace = z.object({ anchor: place, head: place, version: place });

/** What a client says of itself: where its caret is, and whether anybody sits before it. */
export const hereMessage = z.object({
  type: z.literal('here'),
  idle: z.boolean(),
  selection: selectionPlace.nullable(),
});

export const clientMessage = z.discriminatedUnion('type', [stepsMessage, hereMessage]);

/** The query of `/api/letters/:letterId/live`: the version the client has, and its own name. */
export const liveQuery = z.object({
  version: z.coerce.number().int().nonnegative(),
  // Names with other characters are the server's own: of what it does itself, for somebody.
  client: z.string().regex(/^[\w-]{1,64}$/),
});

/** Steps that a client proposes. One batch at a time: the next is sent when the last was acknowledged or refused. */
export type StepsMessage = z.infer<typeof stepsMessage>;

/** Where a client’s caret is. Passed over, not refused, when there is something wrong with it: nothing hangs on it. */
export type HereMessage = z.infer<typeof hereMessage>;

/** Any message from a client to the server. */
export type ClientMessage = z.infer<typeof clientMessage>;

/** The first message on every connection. Steps the client lacks follow it at once. */
export interface HelloMessage {
  readonly type: 'hello';
  /** The version of the letter on the server. */
  readonly version: number;
  readonly canEdit: boolean;
  /** The version at which the letter was last opened anew from its source: a client that began before it has to load it again. */
  readonly anewAt: number;
}

/**
 * Stored steps, in order. A client's own steps come back in this message: that is their acknowledgement.
 *
 * `version` is the letter's version *before* the first of `steps`; a client that is already further drops the
 * first ones and keeps the rest.
 */
export interface StoredStepsMessage {
  readonly type: 'steps';
  readonly version: number;
  readonly steps: readonly { readonly step: StepMessageJson; readonly clientId: string }[];
}

type StepMessageJson = { readonly stepType: string } & { readonly [key: string]: unknown };

/**
 * Why a batch was not stored.
 *
 * - `stale`: it was made for an older version. The steps in between have been sent before this message; rebase and send again.
 * - `does-not-apply`, `not-representable`: the steps do not fit the letter, or their result cannot be written as TEI.
 * - `not-allowed`: this person may not edit this letter now.
 * - `malformed`, `too-large`, `too-many`: the message itself.
 * - `unavailable`: the database did not answer; nothing was stored, sending again is right.
 */
export type RefusalCode =
  | 'stale'
  | 'does-not-apply'
  | 'not-representable'
  | 'not-allowed'
  | 'malformed'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

/** A batch that was not stored; the client keeps what was typed and shows `reason`. */
export interface RefusedMessage {
  readonly type: 'refused';
  /** The client's name of the batch, or null where the message could not be read that far. */
  readonly batch: string | null;
  readonly code: RefusalCode;
  /** For people: what is wrong and what to do. */
  readonly reason: string;
  /** The version of the letter on the server. */
  readonly version: number;
}

/** The person's right to edit changed while the letter was open. */
export interface PermissionMessage {
  readonly type: 'permission';
  readonly canEdit: boolean;
}

/** The person may not read the letter any more, or is no longer signed in. The connection ends, and making it again is no use. */
export interface ShutOutMessage {
  readonly type: 'shut-out';
}

/** What hangs on a letter beside its text, is fetched by itself, and may change while the letter is open. */
export const topics = ['suggestions', 'comments', 'revisions', 'standing'] as const;

export type Topic = (typeof topics)[number];

/** Something beside the letter's text has changed: whoever shows it fetches it anew. */
export interface ChangedMessage {
  readonly type: 'changed';
  readonly topic: Topic;
}

/** Something new concerns the person, in whatever letter. */
export interface InboxMessage {
  readonly type: 'inbox';
}

/** A client of somebody who has the letter open. Two windows of one person are two. */
export interface Present {
  readonly clientId: string;
  readonly person: { readonly id: string; readonly name: string };
  /** Nobody has touched it for a while. */
  readonly idle: boolean;
  readonly selection: z.infer<typeof selectionPlace> | null;
}

/** Who has come or moved, and who has gone. The first one on a connection names everybody who is there. */
export interface PresenceMessage {
  readonly type: 'present';
  readonly here: readonly Present[];
  readonly gone: readonly string[];
}

/** Any message from the server to a client. */
export type ServerMessage =
  | PresenceMessage
  | HelloMessage
  | StoredStepsMessage
  | RefusedMessage
  | PermissionMessage
  | ShutOutMessage
  | ChangedMessage
  | InboxMessage;

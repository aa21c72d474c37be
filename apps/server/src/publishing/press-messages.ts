import type {
  EditionImage,
  EditionSource,
  PublishOptions,
  PublishPlace,
  TeiFile,
} from '@chancery/publishing';

/** What is to be printed, and how. */
export interface PressOrder
  extends Pick<
    PublishOptions,
    'out' | 'only' | 'release' | 'released' | 'follows' | 'proofOf' | 'template' | 'marks'
  > {
  readonly edition: EditionSource;
}

/** How far a run is; `label` says what is being done, in a few words. */
export interface PressProgress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** What the server tells the process that prints: the letters and the images in pieces, in their order, then the order without them. */
export type PressPiece =
  | { readonly type: 'letters'; readonly letters: readonly TeiFile[] }
  | { readonly type: 'images'; readonly images: readonly EditionImage[] }
  | { readonly type: 'order'; readonly order: PressOrder };

/** What that process tells the server. */
export type PressMessage =
  | ({ readonly type: 'progress' } & PressProgress)
  | { readonly type: 'done'; readonly report: unknown }
  | { readonly type: 'failed'; readonly message: string; readonly stopped?: Stopped | undefined };

/** Why and where a run stopped; lines and columns count from 1. */
export interface Stopped extends PublishPlace {
  readonly reason: string;
}

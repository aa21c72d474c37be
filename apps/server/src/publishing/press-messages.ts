import type { EditionSource, PublishOptions } from '@chancery/publishing';

/** What the server tells the process that prints. */
export interface PressOrder
  extends Pick<
    PublishOptions,
    'out' | 'only' | 'release' | 'released' | 'follows' | 'proofOf' | 'template' | 'marks'
  > {
  readonly edition: EditionSource;
}

/** What that process tells the server. */
export type PressMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number; readonly label: string }
  | { readonly type: 'done'; readonly report: unknown }
  | { readonly type: 'failed'; readonly message: string };

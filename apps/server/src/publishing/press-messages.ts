import type { EditionSource, PublishOptions } from '@chancery/publishing';

/** What the server tells the process that prints. */
export interface PressOrder {
  readonly edition: EditionSource;
  readonly out: string;
  readonly only?: PublishOptions['only'];
}

/** What that process tells the server. */
export type PressMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number; readonly label: string }
  | { readonly type: 'done'; readonly report: unknown }
  | { readonly type: 'failed'; readonly message: string };

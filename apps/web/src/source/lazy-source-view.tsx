import { later } from '../app/later.js';
import { GreyLines } from '../app/slowly.js';

/** The source view, whose editor is loaded when it is first opened. */
export const LazySourceView = later(async () => (await import('./source-view.js')).SourceView, {
  waiting: <GreyLines count={8} label="Opening the source" />,
});

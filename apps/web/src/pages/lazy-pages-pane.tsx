import { later } from '../app/later.js';
import { GreyLines } from '../app/slowly.js';

/** The pages, whose pane is loaded when it is first shown. */
export const LazyPagesPane = later(async () => (await import('./pages-pane.js')).PagesPane, {
  waiting: <GreyLines count={8} label="Opening the pages" />,
});

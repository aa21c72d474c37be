import { later } from '../app/later.js';
import { GreyLines } from '../app/slowly.js';

/** The facsimile, whose pane and viewer are loaded when it is first shown. */
export const LazyFacsimilePane = later(async () => (await import('./facsimile-pane.js')).FacsimilePane, {
  waiting: <GreyLines count={8} label="Opening the facsimile" />,
});

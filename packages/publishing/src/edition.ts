// What is asked of editions without printing one: nothing here loads a stylesheet processor or a typesetter.

export { citableText } from './dts/citable-text.js';
export { type CitableText, DtsRefusal } from './dts/citable-unit.js';
export { type DtsTemplates, dtsHead } from './dts/dts-objects.js';
export { type AskedNavigation, navigationOf, writtenTrees } from './dts/navigation.js';
export { passageOf } from './dts/passage.js';
export { errataBetween } from './errata/errata-between.js';
export { fileSha256 } from './folder-files.js';
export { lastImages } from './images/last-images.js';
export { standingPublication } from './output-folder.js';
export { uuidOf } from './parts/uuid-of.js';
export { withQueries } from './print/with-queries.js';
export { noticeSaying } from './web/notice-saying.js';
export { type Withdrawal, withWithdrawals } from './web/release-feed.js';

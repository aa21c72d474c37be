import { expect, it } from 'vitest';
import { asPrintedEdition } from '../as-printed-edition.js';
import { orderEdition } from '../order-edition.js';
import type { Reuse } from '../reuse/reuse.js';
import { richVolume } from '../testing/rich-volume.js';
import { stylesheet } from '../transform/stylesheet.js';
import { Transforms } from '../transform/threads/transforms.js';
import { PageMaker } from './page-maker.js';
import { planEdition } from './plan-edition.js';

const nothingBefore: Reuse = {
  knows: () => false,
  take: () => undefined,
  note: () => undefined,
  lastFile: () => undefined,
};

it('writes what the pages of documents share as a page that is made by itself has it', async () => {
  const edition = asPrintedEdition(orderEdition(richVolume()), {});
  const transforms = new Transforms(1);
  const { volume, calendar, lookup, present } = await planEdition(edition, nothingBefore, transforms);
  const settings = { offered: 'web', release: '1.2', since: '1.1', changes: 'changes', footnotes: '' };
  const shared = { volume, calendar, lookup, ...settings };
  // Our own stylesheet as an edition's own has nothing kept for it.
  const [sharing, alone] = [undefined, stylesheet('web/page')].map(
    (own) => new PageMaker(edition.volume, shared, own),
  );
  expect(present.map(({ facts }) => facts.hasFacsimile)).toEqual([true, false, false]);
  for (const { id, file, source } of present) {
    const at = { here: id, folder: `letters/${id}/` };
    const page = sharing?.make('document', file, source(), at);
    expect(page).toContain('<a class="home" href="../../index.html">');
    expect(page).toContain('struck out by the writer');
    expect(page).toBe(alone?.make('document', file, source(), at));
  }
});

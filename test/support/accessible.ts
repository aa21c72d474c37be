import { AxeBuilder } from '@axe-core/playwright';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const schemes = ['light', 'dark'] as const;

/** What keeps a page from WCAG 2.2 AA as far as a program can tell, in light and in dark; nothing when all is well. */
export async function barriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // No page here has frames, so that the one call of the older way is enough.
    const builder = new AxeBuilder({ page, axeSource: axe.source });
    const { violations } = await builder.withTags(tags).setLegacyMode(true).analyze();
    for (const { id, impact, nodes } of violations)
      for (const node of nodes)
        found.push(
          `${colorScheme}: ${id} (${impact}) ${node.target.join(' ')}: ${node.failureSummary ?? ''}`,
        );
  }
  return found;
}

/** How many pixels of a page lie beyond its right edge. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

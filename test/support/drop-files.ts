import type { Page } from 'playwright-core';

/** Drops files and folders of the disk on a place of the page, as a person does with the mouse. */
export async function dropFiles(page: Page, place: string, paths: readonly string[]): Promise<void> {
  const box = await page.locator(place).boundingBox();
  if (!box) throw new Error(`There is no ${place} on the page.`);
  const browser = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', { type, ...at, data });
  await browser.detach();
}

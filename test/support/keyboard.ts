import type { Page } from 'playwright-core';

/** What has the focus, as a screen reader would name it. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const labels =
      element && 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null;
    const name =
      element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '';
    return name.trim().slice(0, 120);
  });
}

/** Goes on with Tab, or back with `Shift+Tab`, until what has the focus has this name. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < 80; stop++) {
    const here = await focusedName(page);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    passed.push(here);
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never comes to ${name}, but to: ${[...new Set(passed)].join(' | ')}`);
}

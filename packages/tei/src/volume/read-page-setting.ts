import type { XmlElement } from '@chancery/xml';
import { type PageSetting, pageFault, usualPage } from './page-setting.js';
import { type Rendition, renditionsOf } from './read-house-style.js';

/** CSS Paged Media Module Level 3, 4.1 Page Selectors. */
const ofPage = '@page :right';
const ofText = 'text';
const diplomatic = 'documentary diplomatic';

/** How a volume calls the faults of which it says what comes of them: “missing glyphs: warn”. */
const faults = [
  ['missingGlyphs', 'missing glyphs'],
  ['deadReferences', 'dead references'],
  ['overfullLines', 'overfull lines'],
] as const;

/** Whether a rendition speaks of how the page is cut, of the volume's type, or of its template and its faults. */
export function isOfPage({ scheme, selector, words }: Rendition): boolean {
  if (scheme === 'css') return selector === ofPage || selector === ofText;
  return selector === ofText && (words === diplomatic || faultOf(words) !== undefined);
}

function faultOf(words: string): Partial<Pick<PageSetting, (typeof faults)[number][0]>> | undefined {
  const [, called, rule] = /^(.+): (.+)$/.exec(words) ?? [];
  const fault = faults.find(([, each]) => each === called);
  return fault && (rule === 'stop' || rule === 'warn') ? { [fault[0]]: rule } : undefined;
}

/** The renditions that say what is not as usual. */
export function pageRenditions(page: PageSetting): Omit<Rendition, 'element'>[] {
  const said = (selector: string, wordsOf: (page: PageSetting) => string) =>
    wordsOf(page) === wordsOf(usualPage) ? [] : [{ scheme: 'css' as const, selector, words: wordsOf(page) }];
  return [
    ...said(ofPage, cutWords),
    ...said(ofText, typeWords),
    ...(page.template === diplomatic
      ? [{ scheme: 'free' as const, selector: ofText, words: diplomatic }]
      : []),
    ...faults.flatMap(([name, called]) =>
      page[name] === usualPage[name]
        ? []
        : [{ scheme: 'free' as const, selector: ofText, words: `${called}: ${page[name]}` }],
    ),
  ];
}

/** Lengths run as CSS has them: top, right, bottom, left. */
function cutWords({ width, height, inner, top, outer, foot }: PageSetting): string {
  return `size: ${width}mm ${height}mm; margin: ${top}mm ${outer}mm ${foot}mm ${inner}mm`;
}

function typeWords({ face, size, figures }: PageSetting): string {
  return `font: ${size}pt "${face}"; font-variant-numeric: ${figures === 'lining' ? 'lining' : 'oldstyle'}-nums`;
}

/** How the volume is set. What it does not say, or says so that no page comes of it, is as usual. */
export function readPageSetting(tei: XmlElement): PageSetting {
  let page: PageSetting = usualPage;
  for (const { scheme, selector, words } of renditionsOf(tei).filter(isOfPage)) {
    if (scheme === 'free') page = { ...page, ...(faultOf(words) ?? { template: diplomatic }) };
    else page = { ...page, ...(selector === ofPage ? cutOf(words) : typeOf(words)) };
  }
  const { template, missingGlyphs, deadReferences, overfullLines } = page;
  return pageFault(page) === undefined
    ? page
    : { ...usualPage, template, missingGlyphs, deadReferences, overfullLines };
}

function cutOf(words: string): Partial<PageSetting> {
  const size = /\bsize:\s*([\d.]+)mm\s+([\d.]+)mm/.exec(words);
  const margin = /\bmargin:\s*([\d.]+)mm\s+([\d.]+)mm\s+([\d.]+)mm\s+([\d.]+)mm/.exec(words);
  const [top, outer, foot, inner] = (margin ?? []).slice(1).map(Number);
  return {
    ...(size ? { width: Number(size[1]), height: Number(size[2]) } : {}),
    ...(top !== undefined && outer !== undefined && foot !== undefined && inner !== undefined
      ? { top, outer, foot, inner }
      : {}),
  };
}

function typeOf(words: string): Partial<PageSetting> {
  const [, size, named] = /\bfont:\s*([\d.]+)pt\s+"([^"]*)"/.exec(words) ?? [];
  const face = (['EB Garamond', 'Alegreya'] as const).find((each) => each === named);
  return {
    ...(size === undefined ? {} : { size: Number(size) }),
    ...(face ? { face } : {}),
    ...(/\blining-nums\b/.test(words) ? { figures: 'lining' } : {}),
  };
}

/** How a volume is set in print: as the press does it, or line for line as its copy stands. */
export type VolumeTemplate = 'university press' | 'documentary diplomatic';

/** What comes of a fault that is found where the volume is set: it is not printed, or it is and the fault is told. */
type FaultRule = 'stop' | 'warn';

/** The page of a volume and its type. Lengths of the page are millimetres, the size of type is in points. */
export interface PageSetting {
  readonly template: VolumeTemplate;
  /** The page as it is cut. */
  readonly width: number;
  readonly height: number;
  readonly inner: number;
  readonly top: number;
  readonly outer: number;
  readonly foot: number;
  readonly face: 'EB Garamond' | 'Alegreya';
  /** Of running text; all else keeps its proportion to it. */
  readonly size: number;
  /** In running text. What is looked up has lining figures in any case. */
  readonly figures: 'old-style' | 'lining';
  /** Characters that the face does not have; where they do not stop the press, their numbers are printed: [U+1F600]. */
  readonly missingGlyphs: FaultRule;
  /** References within the edition that lead to nothing. */
  readonly deadReferences: FaultRule;
  /** Lines that are wider than their measure: a word that cannot be divided, a table wider than the page. */
  readonly overfullLines: FaultRule;
}

/** How a volume is set that says nothing of it. */
export const usualPage: PageSetting = {
  template: 'university press',
  width: 156,
  height: 234,
  inner: 19.5,
  top: 21.5,
  outer: 28.55,
  foot: 24.8,
  face: 'EB Garamond',
  size: 11.5,
  figures: 'old-style',
  missingGlyphs: 'stop',
  deadReferences: 'warn',
  overfullLines: 'warn',
};

const limits = {
  width: [90, 330, 'The page is 90 to 330 mm wide.'],
  height: [130, 480, 'The page is 130 to 480 mm high.'],
  inner: [8, 120, 'Margins are 8 to 120 mm.'],
  top: [14, 120, 'The margin at the top is 14 to 120 mm: the running head stands in it.'],
  outer: [8, 120, 'Margins are 8 to 120 mm.'],
  foot: [14, 120, 'The margin at the foot is 14 to 120 mm: the folio stands in it.'],
  size: [7, 18, 'Type is 7 to 18 points.'],
} as const satisfies Partial<Record<keyof PageSetting, readonly [number, number, string]>>;

/** Why a page cannot be set so, as a sentence; undefined for one that can. */
export function pageFault(page: PageSetting): string | undefined {
  for (const [name, [least, most, words]] of Object.entries(limits)) {
    const value = page[name as keyof typeof limits];
    if (!(value >= least && value <= most)) return words;
  }
  const { width, height, inner, top, outer, foot, size } = page;
  // A line of fewer characters has no good spaces, and a page of fewer lines no room for a heading with its text.
  if (width - inner - outer < 5 * size)
    return `The margins leave ${round(width - inner - outer)} mm for a line; type of ${size} points needs ${round(5 * size)} mm.`;
  if (height - top - foot < 8 * size)
    return `The margins leave ${round(height - top - foot)} mm for the text of a page; type of ${size} points needs ${round(8 * size)} mm.`;
  return undefined;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

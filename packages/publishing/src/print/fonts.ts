import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PageSetting } from '@chancery/tei';
import { type FontFile, readFontFile } from './font-file.js';

/** A face to set with. */
export interface Font extends FontFile {
  /** The font file: TrueType or OpenType, not WOFF. */
  readonly bytes: Uint8Array;
}

/**
 * A face from the bytes of its file.
 *
 * @throws {FontFileError}
 */
export function readFont(bytes: Uint8Array): Font {
  return { bytes, ...readFontFile(bytes) };
}

const require = createRequire(import.meta.url);

const face = (path: string): Font => readFont(readFileSync(path));
const garamond = (style: string) =>
  face(require.resolve(`@expo-google-fonts/eb-garamond/${style}/EBGaramond_${style}.ttf`));
const alegreya = (style: string) =>
  face(require.resolve(`@expo-google-fonts/alegreya/${style}/Alegreya_${style}.ttf`));
const cardo = (style: string) =>
  face(require.resolve(`@expo-google-fonts/cardo/${style}/Cardo_${style}.ttf`));

type Faces = Readonly<Record<PageSetting['face'], readonly [Font, ...Font[]]>>;

let loaded: Faces | undefined;
let all: readonly Font[] | undefined;

/** The faces that a volume may be set in, each with its roman first. The bold is for what a source itself has in bold. */
function faces(): Faces {
  const family = (styled: (style: string) => Font): readonly [Font, ...Font[]] => [
    styled('400Regular'),
    styled('400Regular_Italic'),
    styled('700Bold'),
    styled('700Bold_Italic'),
  ];
  loaded ??= { 'EB Garamond': family(garamond), Alegreya: family(alegreya) };
  return loaded;
}

/** The roman of a face. */
export function romanOf(name: PageSetting['face']): Font {
  return faces()[name][0];
}

/** The characters of a text that a face has upright only: its italic lacks them. */
export function uprightOnly(name: PageSetting['face'], text: string): string {
  const [roman, ...others] = faces()[name];
  const found = new Set<string>();
  for (const character of text.match(/\P{ASCII}/gu) ?? []) {
    const point = character.codePointAt(0) ?? 0;
    if (!found.has(character) && roman.covers(point) && others.some((each) => !each.covers(point)))
      found.add(character);
  }
  return [...found].sort().join('');
}

/** All faces of volumes; and Cardo, which has the signs of deletion and addition that they lack. */
export function volumeFonts(): readonly Font[] {
  all ??= [...Object.values(faces()).flat(), cardo('400Regular')];
  return all;
}

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

function face(font: 'eb-garamond' | 'alegreya' | 'cardo', name: string, weight: string): Font {
  return readFont(
    readFileSync(require.resolve(`@expo-google-fonts/${font}/${weight}/${name}_${weight}.ttf`)),
  );
}

type Faces = Readonly<Record<PageSetting['face'], readonly [Font, ...Font[]]>>;

let loaded: Faces | undefined;
let all: readonly Font[] | undefined;

/** The faces that a volume may be set in, each with its roman first. The bold is for what a source itself has in bold. */
function faces(): Faces {
  const family = (font: 'eb-garamond' | 'alegreya', name: string): readonly [Font, ...Font[]] => [
    face(font, name, '400Regular'),
    face(font, name, '400Regular_Italic'),
    face(font, name, '700Bold'),
    face(font, name, '700Bold_Italic'),
  ];
  loaded ??= {
    'EB Garamond': family('eb-garamond', 'EBGaramond'),
    Alegreya: family('alegreya', 'Alegreya'),
  };
  return loaded;
}

/** The roman of a face. */
export function romanOf(name: PageSetting['face']): Font {
  return faces()[name][0];
}

/** All faces of volumes; and Cardo, which has the signs of deletion and addition that they lack. */
export function volumeFonts(): readonly Font[] {
  all ??= [...Object.values(faces()).flat(), face('cardo', 'Cardo', '400Regular')];
  return all;
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

function garamond(face: string): Font {
  return readFont(
    readFileSync(require.resolve(`@expo-google-fonts/eb-garamond/${face}/EBGaramond_${face}.ttf`)),
  );
}

let loaded: readonly [Font, ...Font[]] | undefined;

/**
 * The faces of the volume: EB Garamond, roman first, and italic. The bold is for what a source itself has in bold.
 */
export function volumeFonts(): readonly [Font, ...Font[]] {
  loaded ??= [
    garamond('400Regular'),
    garamond('400Regular_Italic'),
    garamond('700Bold'),
    garamond('700Bold_Italic'),
  ];
  return loaded;
}

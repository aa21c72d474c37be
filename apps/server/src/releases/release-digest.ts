import { createHash } from 'node:crypto';
import { encode } from '@chancery/xml';

/** The SHA-256 of a file's bytes, in hexadecimal. */
export function fileDigest(file: {
  readonly source: string;
  readonly encoding: string;
  readonly bom: boolean;
}): string {
  return sha256(encode(file.source, { encoding: file.encoding, bom: file.bom }));
}

/**
 * The SHA-256 of an edition as a whole: of the list of its files in the order of their paths, as `sha256sum` prints it, so that
 * everybody who has the files can count it again.
 *
 * @param images the images of the copy, by their names in the publication
 */
export function editionDigest(
  files: readonly { readonly path: string; readonly sha256: string }[],
  images: readonly { readonly name: string; readonly sha256: string }[],
): string {
  const pictures = images.map(({ name, sha256: of }) => ({ path: `images/${name}`, sha256: of }));
  const lines = [...files, ...pictures]
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
    .map((file) => `${file.sha256}  ${file.path}\n`);
  return sha256(lines.join(''));
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

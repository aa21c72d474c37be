import { encode } from '@chancery/xml';

/** A letter's source as the file that was imported: in its encoding, under its name. */
export function teiFile(
  letter: { readonly encoding: string; readonly bom: boolean; readonly path: string },
  source: string,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Readonly<Record<string, string>> } {
  const name = letter.path
    .split('/')
    .at(-1)
    ?.replaceAll(/[^\w.-]/g, '_');
  return {
    bytes: new Uint8Array(encode(source, { encoding: letter.encoding, bom: letter.bom })),
    headers: {
      'content-type': 'application/tei+xml',
      'content-disposition': `inline; filename="${name}"`,
    },
  };
}

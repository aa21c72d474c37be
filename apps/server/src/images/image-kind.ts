/** The kinds of files that pictures of leaves are taken from. */
export const imageKinds = {
  'image/jpeg': { name: 'JPEG', endings: ['jpg', 'jpeg', 'jpe'] },
  'image/png': { name: 'PNG', endings: ['png'] },
  'image/tiff': { name: 'TIFF', endings: ['tif', 'tiff'] },
  'application/pdf': { name: 'PDF', endings: ['pdf'] },
} as const;

export type ImageKind = keyof typeof imageKinds;

/** How many of its first bytes a file is known by. */
export const headBytes = 16;

const signatures: readonly (readonly [ImageKind, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  // “%PDF-” (ISO 32000-1, 7.5.2).
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  // TIFF and BigTIFF, each in both orders of bytes.
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image/tiff', [0x49, 0x49, 0x2b, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2b]],
];

/** What a file is by its first bytes, whatever its name says; undefined for what is no picture that is taken. */
export function imageKindOf(head: Uint8Array): ImageKind | undefined {
  return signatures.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0];
}

/** The name that a file of a kind is kept under: its own, with an ending that is true of it. */
export function trueName(name: string, kind: ImageKind): string {
  const { endings } = imageKinds[kind];
  const [, stem = name, ending = ''] = /^(.+)\.([^.]+)$/s.exec(name) ?? [];
  return (endings as readonly string[]).includes(ending.toLowerCase()) ? name : `${stem}.${endings[0]}`;
}

/** What is taken of pictures, at most. */
export const imageLimits = {
  /** Bytes of one file. */
  bytes: 256 * 1024 * 1024,
  /** Bytes of each part that a file is sent in, but the last. */
  partBytes: 8 * 1024 * 1024,
  /** Pixels of one leaf: a sheet of A2 at 600 dots to the inch. */
  pixels: 150_000_000,
  /** Pixels of a page that is drawn: a sheet of A2 at 360 dots to the inch. */
  drawnPixels: 50_000_000,
  /** Pixels on the longer side of a page that is drawn. */
  drawnSide: 30_000,
  /** Leaves of one file. */
  leaves: 2_000,
  /** Milliseconds that opening a file may take, and again that reading each of its leaves may take. */
  milliseconds: 120_000,
  /** Bytes of memory that reading one file may take. */
  memory: 1024 * 1024 * 1024,
} as const;

/** What is taken of pictures, at most. */
export const imageLimits = {
  /** Bytes of one file. */
  bytes: 256 * 1024 * 1024,
  /** Bytes of each part that a file is sent in, but the last. */
  partBytes: 8 * 1024 * 1024,
  /** Pixels of one leaf: a sheet of A2 at 600 dots to the inch. */
  pixels: 150_000_000,
  /** Leaves of one file. */
  leaves: 2_000,
  /** Milliseconds that reading one file may take. */
  milliseconds: 120_000,
  /** Bytes of memory that reading one file may take. */
  memory: 1024 * 1024 * 1024,
} as const;

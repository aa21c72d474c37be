import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DroppedFile } from '../images/dropped-files.js';
import { type PackedFor, packFiles } from './pack-files.js';

/** Files that were chosen to be sent, as one archive. */
interface Packed {
  readonly archive: File;
  /** Which choice it is on this screen: the same files may be chosen again. */
  readonly count: number;
}

/**
 * Packs what is chosen on a screen, for what it is to be sent.
 *
 * @param onPacked called when other files take the place of the last
 */
export function usePacked(purpose: PackedFor, onPacked: () => void) {
  const [packed, setPacked] = useState<Packed>();
  const choose = useMutation({
    mutationFn: (found: readonly DroppedFile[]) => packFiles(found, purpose),
    onSuccess: (archive) => {
      onPacked();
      setPacked((before) => ({ archive, count: (before?.count ?? 0) + 1 }));
    },
  });
  return { packed, choose: choose.mutate, error: choose.error, forget: () => setPacked(undefined) };
}

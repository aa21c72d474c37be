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
  const [isForgotten, setForgotten] = useState(false);
  const choose = useMutation({
    mutationFn: (found: readonly DroppedFile[]) => packFiles(found, purpose),
    onError: () => setPacked(undefined),
    onSuccess: (archive) => {
      onPacked();
      setForgotten(false);
      setPacked((before) => ({ archive, count: (before?.count ?? 0) + 1 }));
    },
  });
  const close = () => setPacked(undefined);
  const forget = () => {
    setForgotten(true);
    close();
  };
  return { packed, isForgotten, choose: choose.mutate, error: choose.error, close, forget };
}

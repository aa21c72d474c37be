import type { ImportedEdition } from '@chancery/importing';
import { readVolume } from '@chancery/tei';

/** What the files themselves call an edition and its name for addresses: the volume’s file, or else the one series that it consists of. */
export function saidOfEdition({ volume, series = [] }: Pick<ImportedEdition, 'volume' | 'series'>): {
  readonly id: string | undefined;
  /** Undefined also where a title is there and says nothing. */
  readonly title: string | undefined;
} {
  if (volume) return { id: volume.id, title: readVolume(volume.source).title?.trim() || undefined };
  const [only, ...others] = series;
  if (!only || others.length > 0) return { id: undefined, title: undefined };
  // Without its documents a series is what stands around them, its header too.
  const { id, title } = readVolume(only.frame.between.join(''));
  return { id, title: title?.trim() || undefined };
}

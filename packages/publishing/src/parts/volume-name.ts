import type { VolumeMetadata } from '@chancery/tei';

/** What a volume is called where it is named on one line: its title with its place in a larger work. */
export function volumeName({ title, volume }: Pick<VolumeMetadata, 'title' | 'volume'>): string {
  return [title, volume].filter(Boolean).join(', ') || 'Letters';
}

/** What comes of a key while a chord may be under way. */
export type ChordStep =
  | { kind: 'begin' }
  | { kind: 'cancel' }
  | { kind: 'do'; key: string }
  /** The key has nothing to do with the chord. */
  | { kind: 'pass' };

/** The parts of a keyboard event that a chord looks at. */
export interface ChordKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * One step of the mark-up chord: Control M on every keyboard, then one key. While the chord is under way (`pending`)
 * a key that is only a modifier changes nothing, Escape cancels, and any other key ends the chord: Control may still
 * be held down.
 */
export function chordStep(event: ChordKey, pending: boolean): ChordStep {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (!pending)
    return key === 'm' && event.ctrlKey && !event.metaKey && !event.altKey
      ? { kind: 'begin' }
      : { kind: 'pass' };
  if (['Control', 'Shift', 'Alt', 'Meta', 'CapsLock'].includes(key)) return { kind: 'pass' };
  return key === 'Escape' ? { kind: 'cancel' } : { kind: 'do', key };
}

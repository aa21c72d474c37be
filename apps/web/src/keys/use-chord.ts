import { useEffect, useRef, useState } from 'react';
import { chordStep } from './chord.js';

/** Listens for the mark-up chord. `onKey` is told the key after Control M; the answer is whether one is awaited. */
export function useChord(onKey: (key: string) => void): boolean {
  const [pending, setPending] = useState(false);
  const latest = useRef({ pending, onKey });
  latest.current = { pending, onKey };
  useEffect(() => {
    // Captured before the text sees the key, so that the second key is never typed.
    function onKeyDown(event: KeyboardEvent): void {
      const step = chordStep(event, latest.current.pending);
      if (step.kind === 'pass') return;
      event.preventDefault();
      event.stopPropagation();
      setPending(step.kind === 'begin');
      latest.current.pending = step.kind === 'begin';
      if (step.kind === 'do') latest.current.onKey(step.key);
    }
    function onPointerDown(): void {
      setPending(false);
    }
    document.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('pointerdown', onPointerDown, true);
    };
  }, []);
  return pending;
}

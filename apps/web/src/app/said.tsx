import { useEffect, useRef } from 'react';
import { Icon } from './icon.js';

/** What has become of something that the page showed until now: it takes the focus that would be lost with that. */
export function Said({ words }: { words: string }) {
  const here = useRef<HTMLParagraphElement>(null);
  useEffect(() => here.current?.focus(), []);
  return (
    <p ref={here} className="st ok said" tabIndex={-1}>
      <Icon name="check" />
      {words}
    </p>
  );
}

import { type ReactNode, useEffect, useState } from 'react';

/** Shows its children only when they are still wanted after 400 ms: what is quick leaves no flash behind. */
export function Slowly({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return late ? children : null;
}

/** Grey lines where a text will stand. */
export function GreyLines({ count, label }: { count: number; label: string }) {
  return (
    <Slowly>
      <div className="grey-lines" role="status" aria-label={label}>
        {Array.from({ length: count }, (_, index) => (
          <i key={String(index)} style={{ width: `${92 - ((index * 37) % 40)}%` }} />
        ))}
      </div>
    </Slowly>
  );
}

import type { Markup, Run } from '@chancery/collation';
import type { ReactNode } from 'react';

/** Words with the elements around them, drawn as the letter draws them. */
export function Runs({ runs }: { runs: readonly Run[] }): ReactNode {
  let at = 0;
  return runs.map((run) => {
    const key = at;
    at += run.text.length + 1;
    return (
      <Within key={key} markup={run.markup}>
        {run.object ? <span className="thing">{run.text}</span> : run.text}
      </Within>
    );
  });
}

/** The attributes of an element that the letter's looks hang on. */
const looked = ['type', 'rend', 'place'] as const;

function Within({ markup, children }: { markup: readonly Markup[]; children: ReactNode }): ReactNode {
  const [outer, ...inner] = markup;
  if (!outer) return children;
  const looks: Record<string, string> = {};
  for (const name of looked) {
    const value = outer.attrs[name];
    if (value !== undefined) looks[`data-att-${name}`] = value;
  }
  return (
    <span data-tei={outer.name} {...looks}>
      <Within markup={inner}>{children}</Within>
    </span>
  );
}

import type { ReactNode } from 'react';

const signs: Record<string, ReactNode> = {
  ptr: 'a¹',
  note: 'a†',
  persName: <span className="sign-person">A</span>,
  placeName: <span className="sign-place">M</span>,
  date: <span className="sign-date">19</span>,
  orgName: 'Org',
  name: 'Nm',
  rs: 'Ref',
  supplied: '[ ]',
  unclear: (
    <>
      a<sup>?</sup>
    </>
  ),
  gap: '⟨ ⟩',
  choice: <i>sic</i>,
  del: <s>ab</s>,
  add: '\\a/',
  hi: <i>I</i>,
};

/** The sign of a mark on its button, drawn as the mark itself is drawn in the text. */
export function MarkSign({ name, label }: { name: string; label: string }) {
  return (
    <span className="g" aria-hidden="true">
      {signs[name] ?? label.slice(0, 3)}
    </span>
  );
}

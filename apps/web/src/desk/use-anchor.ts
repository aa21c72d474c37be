import { attributeOf } from '@chancery/prosemirror-tei';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { LetterSession } from './letter-session.js';

/** Brings the element that the address names after `#` to the top of the sheet. */
export function useAnchor(session: LetterSession | undefined): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!session || hash === '') return;
    let found: number | undefined;
    session.view.state.doc.descendants((node, pos) => {
      if (found === undefined && !node.isText && attributeOf(node, 'xml:id') === hash) found = pos;
      return found === undefined;
    });
    const dom = found === undefined ? undefined : session.view.nodeDOM(found);
    if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'start' });
  }, [session, hash]);
}

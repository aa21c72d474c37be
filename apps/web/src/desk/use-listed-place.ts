import { positionAt } from '@chancery/prosemirror-tei';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { announce } from '../app/announce.js';
import type { FindingsState } from '../findings/findings-link.js';
import type { PlacedFinding } from '../findings/placed-finding.js';
import { suggestionPlace } from '../suggesting/suggestions-plugin.js';
import type { SourcePlace } from './go-to-source.js';
import type { LetterSession } from './letter-session.js';
import { listedPlace } from './listed-place.js';

/**
 * Leads to what the address names out of a list of the whole edition: a place of the source, a reference or a callout (`?at=source.86:5`),
 * the first finding (`?at=finding`), or a suggestion (`?suggestion=…`).
 */
export function useListedPlace(
  session: LetterSession | undefined,
  known: { readonly findings: FindingsState; readonly hasSuggestions: boolean },
  on: {
    readonly finding: (finding: PlacedFinding) => void;
    readonly metadata: (place: SourcePlace) => void;
    readonly suggestion: () => void;
  },
): void {
  const { at, suggestion } = useSearch({ from: '/letters/$letterId' });
  const gone = useRef<string>(undefined);
  const latest = useRef(on);
  latest.current = on;
  const { findings, hasSuggestions } = known;

  useEffect(() => {
    if (!session || at === undefined || at === 'finding' || gone.current === at) return;
    gone.current = at;
    void session.source.open().then(() => {
      const letter = session.source.now();
      const place = letter && listedPlace(letter.source, at);
      if (!letter || !place) announce('The letter has been changed since the list was made.');
      else if (place.isInHeader) latest.current.metadata({ from: place.start, to: place.end });
      else session.goTo(positionAt(letter, place.start), positionAt(letter, place.end));
    });
  }, [session, at]);

  useEffect(() => {
    if (!session || at !== 'finding' || gone.current === at || findings.kind !== 'known') return;
    gone.current = at;
    const first = findings.findings.find(({ severity }) => severity === 'error') ?? findings.findings[0];
    if (first) latest.current.finding(first);
    else announce('There are no findings any more.');
  }, [session, at, findings]);

  useEffect(() => {
    if (!session || !hasSuggestions || suggestion === undefined || gone.current === suggestion) return;
    gone.current = suggestion;
    session.suggestions.current.set(suggestion);
    latest.current.suggestion();
    const place = suggestionPlace(session.view.state, suggestion);
    if (place) session.goTo(place.from, place.to);
  }, [session, suggestion, hasSuggestions]);
}

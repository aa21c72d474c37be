import type { PreflightCheck } from '@chancery/server/api';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The name of a place that the preflight or the press has found, which leads there: to the words, the note, the thread or whatever it is about. */
export function FoundPlaceLink(props: { editionId: string; place: PreflightCheck['places'][number] }) {
  const { editionId, place } = props;
  const { letterId, name, at } = place;
  const toLetter = (search: { at?: string; suggestion?: string; thread?: string }): ReactNode =>
    letterId === null ? (
      <b>{name}</b>
    ) : (
      <Link to="/letters/$letterId" params={{ letterId }} search={search}>
        {name}
      </Link>
    );
  switch (at?.kind) {
    case undefined:
      return toLetter({});
    case 'finding':
      return toLetter({ at: 'finding' });
    case 'source':
    case 'reference':
    case 'callout':
      return toLetter({ at: `${at.kind}.${at.id}` });
    case 'suggestion':
      return toLetter({ suggestion: at.id });
    case 'thread':
      return toLetter({ thread: at.id });
    case 'note':
      return (
        <Link
          to="/volumes/$editionId/notes"
          params={{ editionId }}
          search={{ note: `${letterId}/${at.id}`, show: 'all' }}
        >
          {name}
        </Link>
      );
    case 'images':
      return (
        <Link to="/volumes/$editionId/images" params={{ editionId }} search={{ letter: at.id }}>
          {name}
        </Link>
      );
    case 'file-to-mend':
      return (
        <Link to="/mend/$fileId" params={{ fileId: at.id }}>
          {name}
        </Link>
      );
  }
}

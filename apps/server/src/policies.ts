import type { EditionAction, LetterAction } from '@chancery/workflow';

/**
 * Who may use a route: anybody; anybody who is signed in; or whoever may do this action in the edition, to the
 * letter, or in the edition of the publication or file to be mended that the address names.
 */
export type Policy =
  | 'anyone'
  | 'signed-in'
  | { readonly edition: EditionAction }
  | { readonly letter: LetterAction }
  | { readonly publication: EditionAction }
  | { readonly fileToMend: EditionAction };

/** The policy of every route. A route that stands here with none is not served. */
export const policies = {
  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',
  'GET /sign-in': 'anyone',
  'GET /edition': 'anyone',
  'GET /edition/*': 'anyone',
  'GET /*': 'anyone',
  'GET /api/openapi.json': 'anyone',
  'GET /api/session': 'anyone',
  'GET /api/auth/ways': 'anyone',
  'GET /api/auth/callback/oidc': 'anyone',
  'POST /api/auth/sign-in/email': 'anyone',
  'POST /api/auth/sign-in/link': 'anyone',
  'POST /api/auth/sign-in/oidc': 'anyone',
  'POST /api/auth/sign-out': 'anyone',
  // Whoever holds the link of an invitation.
  'POST /api/invitation': 'anyone',
  'POST /api/invitation/acceptance': 'anyone',
  'GET /api/account': 'signed-in',
  'PUT /api/account': 'signed-in',
  'POST /api/account/oidc': 'signed-in',
  'PUT /api/account/password': 'signed-in',
  'DELETE /api/account/sessions': 'signed-in',
  'DELETE /api/account/sessions/:sessionId': 'signed-in',
  'GET /api/editions': 'signed-in',
  'GET /api/editions/:editionId': { edition: 'read-edition' },
  'GET /api/editions/:editionId/members': { edition: 'read-edition' },
  'PUT /api/editions/:editionId/members/:userId': { edition: 'manage-members' },
  'DELETE /api/editions/:editionId/members/:userId': { edition: 'manage-members' },
  'POST /api/editions/:editionId/members/:userId/sign-in-link': { edition: 'manage-members' },
  'GET /api/editions/:editionId/invitations': { edition: 'manage-members' },
  'POST /api/editions/:editionId/invitations': { edition: 'manage-members' },
  'POST /api/editions/:editionId/invitations/:invitationId/renewal': { edition: 'manage-members' },
  'DELETE /api/editions/:editionId/invitations/:invitationId': { edition: 'manage-members' },
  'GET /api/editions/:editionId/log': { edition: 'read-log' },
  'GET /api/editions/:editionId/log.csv': { edition: 'read-log' },
  'GET /api/editions/:editionId/log.jsonl': { edition: 'read-log' },
  'GET /api/editions/:editionId/schemas': { edition: 'read-edition' },
  'PUT /api/editions/:editionId/schemas': { edition: 'set-schemas' },
  'POST /api/editions/:editionId/publications': { edition: 'publish-edition' },
  'GET /api/publications/:publicationId': { publication: 'read-edition' },
  'GET /api/files-to-mend/:fileId': { fileToMend: 'read-edition' },
  'PUT /api/files-to-mend/:fileId': { fileToMend: 'import-letters' },
  'POST /api/files-to-mend/:fileId/letter': { fileToMend: 'import-letters' },
  'GET /api/letters/:letterId': { letter: 'read-letter' },
  'GET /api/letters/:letterId/tei': { letter: 'read-letter' },
  'GET /api/editions/:editionId/keyings': { edition: 'read-edition' },
  'GET /api/letters/:letterId/collation': { letter: 'read-letter' },
  'POST /api/letters/:letterId/collation': { letter: 'adjudicate' },
  'POST /api/letters/:letterId/collation/hand-in': { letter: 'read-letter' },
  'PUT /api/letters/:letterId/collation/discrepancies/:place': { letter: 'adjudicate' },
  'DELETE /api/letters/:letterId/collation/discrepancies/:place': { letter: 'adjudicate' },
  'POST /api/letters/:letterId/collation/letter': { letter: 'adjudicate' },
  'GET /api/letters/:letterId/standing': { letter: 'read-letter' },
  'POST /api/letters/:letterId/moves': { letter: 'move-letter' },
  'DELETE /api/letters/:letterId/moves/:moveId': { letter: 'read-letter' },
  'POST /api/letters/:letterId/readings': { letter: 'record-reading' },
  'POST /api/letters/:letterId/passages-read': { letter: 'record-reading' },
  'POST /api/editions/:editionId/moves': { edition: 'read-edition' },
  'POST /api/editions/:editionId/assignments': { edition: 'assign-letters' },
  'GET /api/editions/:editionId/settings': { edition: 'read-edition' },
  'PUT /api/editions/:editionId/settings': { edition: 'change-settings' },
  'GET /api/editions/:editionId/volume': { edition: 'read-edition' },
  'POST /api/editions/:editionId/volume/arrangements': { edition: 'arrange-volume' },
  'PUT /api/editions/:editionId/volume/settings': { edition: 'change-settings' },
  'GET /api/editions/:editionId/search': { edition: 'read-edition' },
  'GET /api/queue': 'signed-in',
  'GET /api/letters/:letterId/comments': { letter: 'comment' },
  'PATCH /api/letters/:letterId/comments/:commentId': { letter: 'comment' },
  'POST /api/letters/:letterId/threads': { letter: 'comment' },
  'POST /api/letters/:letterId/threads/:threadId/comments': { letter: 'comment' },
  'PUT /api/letters/:letterId/threads/:threadId/resolution': { letter: 'comment' },
  'GET /api/inbox': 'signed-in',
  'PUT /api/inbox/read': 'signed-in',
  'GET /api/letters/:letterId/revisions': { letter: 'read-history' },
  'POST /api/letters/:letterId/revisions': { letter: 'edit-letter' },
  'PATCH /api/letters/:letterId/revisions/:revisionId': { letter: 'edit-letter' },
  'POST /api/letters/:letterId/restorations': { letter: 'edit-letter' },
  'GET /api/letters/:letterId/versions/:version': { letter: 'read-history' },
  'GET /api/letters/:letterId/versions/:version/tei': { letter: 'read-history' },
  'GET /api/letters/:letterId/steps': { letter: 'read-history' },
  'GET /api/letters/:letterId/authorship': { letter: 'read-history' },
  'GET /api/letters/:letterId/live': { letter: 'read-letter' },
  'GET /api/letters/:letterId/suggestions': { letter: 'suggest-changes' },
  'PUT /api/letters/:letterId/suggestions': { letter: 'suggest-changes' },
  'POST /api/letters/:letterId/suggestions/decisions': { letter: 'decide-suggestions' },
  'POST /api/letters/:letterId/suggestions/withdrawals': { letter: 'suggest-changes' },
} as const satisfies Record<string, Policy>;

/** A route, as method and path pattern. */
export type PolicyKey = keyof typeof policies;

/** What a person is in one edition, from the one who answers for it to the one who only looks. */
export const roles = ['chief-editor', 'editor', 'proofreader', 'transcriber', 'reader'] as const;

/** A person's standing in one edition; nobody has a role in an edition they are not a member of. */
export type Role = (typeof roles)[number];

/** Whether a stored word is a role of this release. */
export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}

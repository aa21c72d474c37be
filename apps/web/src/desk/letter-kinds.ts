/** What a letter may be, with what that means. */
export const letterKinds = [
  ['letter', 'a letter, with a salutation'],
  ['message', 'a message sent through others'],
  ['telegram', 'a telegram'],
  ['aide-memoire', 'an aide-mémoire handed over'],
  ['enclosure', 'something sent with a letter'],
  ['draft', 'a draft that was not sent as it stands'],
] as const;

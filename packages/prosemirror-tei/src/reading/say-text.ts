/** Signs by the names that readers aloud give them. */
const names: Readonly<Record<string, string>> = {
  '.': 'point',
  ',': 'comma',
  ';': 'semicolon',
  ':': 'colon',
  '?': 'question mark',
  '!': 'exclamation mark',
  '-': 'hyphen',
  '\u2010': 'hyphen',
  '\u2011': 'hyphen',
  '–': 'short dash',
  '—': 'long dash',
  '…': 'three points',
  '(': 'open bracket',
  ')': 'close bracket',
  '[': 'open square bracket',
  ']': 'close square bracket',
  '“': 'open quote',
  '”': 'close quote',
  '‘': 'open single quote',
  '’': 'close single quote',
  '„': 'open low quote',
  '«': 'open angle quote',
  '»': 'close angle quote',
  '"': 'straight quote',
  "'": 'straight apostrophe',
  '/': 'stroke',
  '&': 'ampersand',
  '*': 'asterisk',
  '%': 'per cent',
  '§': 'section sign',
  '°': 'degree sign',
  '№': 'number sign',
  $: 'dollar sign',
  '£': 'pound sign',
  '+': 'plus',
  '=': 'equals',
};

const word = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|\p{N}+|[^\s\p{L}\p{N}]/gu;

/**
 * Text as it is read aloud against a copy: every sign by its name, “capital” before a word that begins with one, “all capitals”
 * before a word of them, figures one by one.
 *
 * @example
 * sayText('Mr H. said, “10”'); // capital Mr capital H point said comma open quote figures 1 0 close quote
 */
export function sayText(text: string): string {
  return [...text.matchAll(word)].map(([piece]) => sayPiece(piece)).join(' ');
}

function sayPiece(piece: string): string {
  if (/^\p{N}/u.test(piece)) {
    const figures = [...piece];
    return figures.length === 1 ? `figure ${piece}` : `figures ${figures.join(' ')}`;
  }
  if (!/^\p{L}/u.test(piece)) return names[piece] ?? piece;
  const letters = [...piece].filter((letter) => /\p{L}/u.test(letter));
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
  // An apostrophe within a word is heard in it, and is named, so that one that is not there is missed.
  const apostrophe = /['’]/u.test(piece) ? ' with apostrophe' : '';
  if (capitals === 0) return piece + apostrophe;
  if (capitals === letters.length && letters.length > 1) return `all capitals ${piece}${apostrophe}`;
  if (capitals === 1 && /^\p{Lu}/u.test(piece)) return `capital ${piece}${apostrophe}`;
  return `mixed capitals ${piece}${apostrophe}`;
}

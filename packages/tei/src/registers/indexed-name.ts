import type { RegisterKind } from './register.js';

/**
 * A name as an index has it: “Attlee, Clement R.”. The last word of a person's name is taken for the surname, as far as
 * no comma says otherwise; all other names stand as they are.
 */
export function indexedName(kind: RegisterKind, name: string): string {
  if (kind !== 'persons' || name.includes(',')) return name;
  const words = name.split(' ');
  const isSuffix = /^(?:Jr|Sr|II|III|IV)\.?$/.test(words.at(-1) ?? '');
  const surname = words.splice(isSuffix ? -2 : -1);
  return [surname[0] ?? '', [...words, ...surname.slice(1)].join(' ')].filter(Boolean).join(', ');
}

import { parseTree } from '@chancery/xml';
import { at } from '../header/element-tree.js';
import { readingText } from '../header/reading-text.js';
import type { VolumeMetadata } from '../header/volume-metadata.js';
import { patched } from '../header/write/source-patch.js';
import { textPatch } from '../header/write/text-patch.js';
import { registerEntries } from './read-registers.js';
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

/** A name as the lists of a volume have it. */
export function listedName(
  { nameStyle }: Pick<VolumeMetadata, 'nameStyle'>,
  kind: RegisterKind,
  name: string,
): string {
  return nameStyle === 'surname first' ? indexedName(kind, name) : name;
}

/** The source of a volume's own file, with the names of its register of persons as lists have them. */
export function withListedNames(source: string, volume: Pick<VolumeMetadata, 'nameStyle'>): string {
  const patches = registerEntries(parseTree(source)).flatMap(({ row, element }) => {
    const [name] = row.name === undefined ? [] : at(element, row.name);
    const words = name && readingText(name);
    const listed = words && listedName(volume, row.kind, words);
    return name && listed !== words && listed ? textPatch(source, name, listed) : [];
  });
  return patched(source, patches);
}

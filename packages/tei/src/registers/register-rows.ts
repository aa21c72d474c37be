import type { RegisterKind } from './register.js';

/** How a register stands in TEI. See TEI Guidelines, 14.3 Biographical and Prosopographical Data. */
export interface RegisterRow {
  readonly kind: RegisterKind;
  readonly entry: 'person' | 'place' | 'org' | 'bibl';
  readonly list: 'listPerson' | 'listPlace' | 'listOrg' | 'listBibl';
  /** The element of a form of the name; a bibliographical reference is one by itself. */
  readonly name?: 'persName' | 'placeName' | 'orgName';
  /** Where a list that has no place yet is put, below `teiHeader`. */
  readonly home: readonly [string, string];
}

export const registerRows: readonly RegisterRow[] = [
  {
    kind: 'persons',
    entry: 'person',
    list: 'listPerson',
    name: 'persName',
    home: ['profileDesc', 'particDesc'],
  },
  {
    kind: 'places',
    entry: 'place',
    list: 'listPlace',
    name: 'placeName',
    home: ['profileDesc', 'settingDesc'],
  },
  {
    kind: 'organisations',
    entry: 'org',
    list: 'listOrg',
    name: 'orgName',
    home: ['profileDesc', 'particDesc'],
  },
  { kind: 'bibliography', entry: 'bibl', list: 'listBibl', home: ['fileDesc', 'sourceDesc'] },
];

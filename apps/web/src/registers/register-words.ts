import type { RegisterKind } from '../api/registers.js';

/** The registers in the order of the desk, with what they and their entries are called. */
export const registerWords: Readonly<
  Record<RegisterKind, { readonly title: string; readonly one: string; readonly name: string }>
> = {
  persons: { title: 'Persons', one: 'person', name: 'Name' },
  places: { title: 'Places', one: 'place', name: 'Name' },
  organisations: { title: 'Organisations', one: 'organisation', name: 'Name' },
  bibliography: { title: 'Bibliography', one: 'book', name: 'Reference' },
};

export const registerOrder: readonly RegisterKind[] = ['persons', 'places', 'organisations', 'bibliography'];

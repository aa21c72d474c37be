import { kindName, monthOf } from '@chancery/tei';
import type { DocumentFacts, KnownName } from './document-facts.js';
import type { AddedPage } from './page-maker.js';
import { model, modelDocument } from './xml-writing.js';

/** What a reader may choose documents by. */
const facets = [
  { name: 'person', label: 'Correspondent' },
  { name: 'year', label: 'Year' },
  { name: 'place', label: 'Place' },
  { name: 'kind', label: 'Kind' },
] as const;

type Facet = (typeof facets)[number]['name'];

/** One value of a facet: what it is called by, in addresses too, and what readers see. */
interface FacetValue {
  readonly key: string;
  readonly label: string;
}

/** What of a document a facet goes by; names of one entry are one value. */
export function facetValues(document: DocumentFacts): Readonly<Record<Facet, readonly FacetValue[]>> {
  const named = ({ entry, listed }: KnownName): FacetValue => ({
    key: plain(entry ?? listed),
    label: listed,
  });
  const year = yearOf(document.when);
  return {
    person: [...document.senders, ...document.addressees].filter(({ name }) => name !== '').map(named),
    year: year === undefined ? [] : [{ key: year, label: year }],
    place: document.places.filter(({ name }) => name !== '').map(named),
    kind: [{ key: plain(document.kind), label: kindName(document.kind) }],
  };
}

/** A key stands among others, parted by upright strokes. */
const plain = (words: string): string => words.replaceAll('|', ' ');

function yearOf(when: string): string | undefined {
  return /^-?\d{4}/.exec(when)?.[0];
}

/**
 * The calendar: all documents in the order of their dates, by year and month, with how many each month has, and what they
 * may be chosen by. Documents without a date stand last.
 *
 * @param slug where it is, from the front page
 */
export function calendarPage(documents: readonly DocumentFacts[], slug: string): AddedPage {
  const dated = documents.filter(({ when }) => yearOf(when) !== undefined);
  const inOrder = dated.toSorted((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
  const byYear = new Map<string, DocumentFacts[]>();
  for (const document of inOrder) {
    const year = yearOf(document.when) ?? '';
    const ofYear = byYear.get(year);
    if (ofYear) ofYear.push(document);
    else byYear.set(year, [document]);
  }
  const most = Math.max(
    1,
    ...[...byYear.values()].flatMap((ofYear) => monthsOf(ofYear).map(({ length }) => length)),
  );
  const years = [...byYear].map(([year, ofYear]) => {
    const months = monthsOf(ofYear);
    const cells = months.slice(1).map((ofMonth, index) => {
      const value = `${year}-${String(index + 1).padStart(2, '0')}`;
      return model(
        'month',
        {
          id: `m${value}`,
          label: monthOf(value),
          count: ofMonth.length,
          // Five heights are told apart at a glance.
          weight: Math.ceil((ofMonth.length / most) * 5),
        },
        ...ofMonth.map(row),
      );
    });
    return model('year', { label: year, count: ofYear.length }, ...(months[0] ?? []).map(row), ...cells);
  });
  const undated = documents.filter((document) => !dated.includes(document));
  const whole = modelDocument(
    'calendar-page',
    { label: 'Calendar', count: documents.length },
    ...facets.map((facet) => facetModel(facet, documents)),
    ...years,
    undated.length === 0 ? '' : model('undated', {}, ...undated.map(row)),
  );
  return { kind: 'calendar', folder: `${slug}/`, label: 'Calendar', model: whole };
}

/** The documents of a year by their months; those of which the month is not known come first. */
function monthsOf(documents: readonly DocumentFacts[]): DocumentFacts[][] {
  const months: DocumentFacts[][] = Array.from({ length: 13 }, () => []);
  for (const document of documents) {
    const month = Number(/^-?\d{4}-(\d\d)/.exec(document.when)?.[1] ?? 0);
    (months[month] ?? months[0])?.push(document);
  }
  return months;
}

function row(document: DocumentFacts): string {
  const values = Object.entries(facetValues(document)).map(([name, of]) => [
    name,
    of.map(({ key }) => key).join('|'),
  ]);
  const { id, figure, title, isFurnished, date, when, incipit } = document;
  const given = { id, figure, title, furnished: isFurnished, date, when, incipit };
  return model('row', { ...given, ...Object.fromEntries(values) });
}

function facetModel({ name, label }: (typeof facets)[number], documents: readonly DocumentFacts[]): string {
  const counted = new Map<string, FacetValue & { count: number }>();
  for (const document of documents) {
    const values = new Map(facetValues(document)[name].map((value) => [value.key, value]));
    for (const [key, value] of values) {
      const known = counted.get(key);
      if (known) known.count += 1;
      else counted.set(key, { ...value, count: 1 });
    }
  }
  const order = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  const values = [...counted.values()].sort((a, b) => order.compare(a.label, b.label));
  // What all documents share parts none of them from the others.
  if (values.length < 2) return '';
  return model('facet', { name, label }, ...values.map((value) => model('value', { ...value })));
}

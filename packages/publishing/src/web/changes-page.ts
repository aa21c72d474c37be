import type { ChangedDocument, ChangesSince } from '../errata/changes-since.js';
import type { Erratum } from '../errata/errata-between.js';
import { Source } from '../transform/source.js';
import { transform } from '../transform/transform.js';
import type { PlannedEntry } from './document-facts.js';
import { freeSlug } from './free-slug.js';
import type { AddedPage } from './page-maker.js';
import { type Plan, readEntry } from './read-plan.js';
import { model, modelDocument, modelText } from './xml-writing.js';

/** Where the page of changes is, from the front page: at an address that no other page has. */
export function changesSlug({ pages, added }: Pick<Plan, 'pages' | 'added'>): string {
  return freeSlug('changes', [...pages, ...added.map(({ slug }) => slug)]);
}

/**
 * What has changed since the release before, as a list of errata: documents that read otherwise with the words before and after, then those
 * that are new, those that are no more, and those that are only encoded otherwise.
 *
 * @param documents those that the edition has
 * @param labels what the parts of the volume are called, by their slugs
 * @param slug where the page is
 */
export function changesPage(
  changes: ChangesSince,
  {
    documents,
    labels,
    slug,
  }: {
    readonly documents: readonly PlannedEntry[];
    readonly labels: ReadonlyMap<string, string>;
    readonly slug: string;
  },
): AddedPage {
  const facts = new Map(documents.map((document) => [document.id, document]));
  const label = `Changes since release ${changes.release}`;
  const whole = modelDocument(
    'changes-page',
    { label, since: changes.release },
    ...changes.parts.map(({ slug: of, errata }) =>
      model('part', { slug: of, label: labelOf(of, labels) }, ...errata.map(erratumModel)),
    ),
    ...changes.documents.map((changed) =>
      documentModel(changed, formerEntry(changed) ?? facts.get(changed.id)),
    ),
  );
  return { kind: 'changes', folder: `${slug}/`, label, model: whole };
}

function labelOf(slug: string, labels: ReadonlyMap<string, string>): string {
  if (slug === '') return 'Title page';
  // A part that is no more is called as its address was.
  return labels.get(slug) ?? slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');
}

/** What a document was called that is no more. */
function formerEntry({ id, former }: ChangedDocument): PlannedEntry | undefined {
  return former === undefined
    ? undefined
    : readEntry(transform('web/plan', Source.parse(former), { id }).result);
}

function documentModel({ id, kind, errata }: ChangedDocument, facts: PlannedEntry | undefined): string {
  const { figure, title = id, isFurnished, date } = facts ?? {};
  const given = { id, kind, figure, title, furnished: isFurnished, date };
  return model('changed', given, ...errata.map(erratumModel));
}

function erratumModel({ where, was, is }: Erratum): string {
  return model('erratum', { where }, model('was', {}, modelText(was)), model('is', {}, modelText(is)));
}

import { describeNode, elementLabel, elementOf, elementOfMark } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';
import type { AuthorshipAnswer, RevisionPoint } from '../contract/history.js';
import type { PrismaClient } from '../generated/client.js';
import { flatText, readable } from './flat-text.js';
import type { KnownAuthorship, LetterAuthors, Taken } from './letter-authors.js';
import { cut, type Origin } from './origins.js';
import { pointsOf } from './points.js';

/** Spans of one hand that stand beside each other are told as one when no more than so many minutes lie between them. */
const sitting = 5 * 60 * 1_000;

type Hand = AuthorshipAnswer['elements'][number]['made'];

interface Span extends Origin {
  readonly from: number;
  readonly since: number;
}

/** Who wrote a part of a letter, as it was at a version; undefined when there is no such letter. */
export async function authorshipOf(
  prisma: PrismaClient,
  authors: LetterAuthors,
  letterId: string,
  asked: { readonly version: number; readonly from?: number | undefined; readonly to?: number | undefined },
): Promise<AuthorshipAnswer | undefined> {
  const known = await authors.at(letterId, asked.version);
  if (!known) return undefined;
  const { doc, origins } = known.authorship;
  const from = Math.min(asked.from ?? 0, doc.content.size);
  const to = Math.max(from, Math.min(asked.to ?? doc.content.size, doc.content.size));
  const spans = spansOf(origins, from, to, known.taken);
  const handOf = await handsOf(prisma, letterId, known);
  return {
    version: known.authorship.version,
    spans: spans
      .map((span) => ({
        ...handOf(span.version),
        since: span.since,
        from: span.from,
        to: span.from + span.length,
        text: readable(flatText(doc, span.from, span.from + span.length)),
      }))
      .filter(({ text }) => text !== ''),
    elements: elementsIn(doc, from, to).flatMap(({ id, label, text }) => {
      const origin = known.authorship.elementOrigin(id);
      if (!origin) return [];
      const changed = origin.changed === undefined ? null : handOf(origin.changed);
      return [{ id, label, text, made: handOf(origin.made), changed }];
    }),
  };
}

/** Stretches of one hand and one sitting, each with its first and its last version. */
function spansOf(origins: readonly Origin[], from: number, to: number, taken: readonly Taken[]): Span[] {
  const spans: Span[] = [];
  let at = from;
  for (const { length, version } of cut(origins, from, to)) {
    const last = spans.at(-1);
    if (last && isOneSitting(taken[last.version - 1], taken[version - 1])) {
      spans[spans.length - 1] = {
        ...last,
        length: last.length + length,
        version: Math.max(last.version, version),
        since: Math.min(last.since, version),
      };
    } else spans.push({ length, version, since: version, from: at });
    at += length;
  }
  return spans;
}

function isOneSitting(one: Taken | undefined, other: Taken | undefined): boolean {
  if (!one || !other) return one === other;
  return (
    one.userId === other.userId &&
    suggestionOf(one) === suggestionOf(other) &&
    Math.abs(one.at.getTime() - other.at.getTime()) <= sitting
  );
}

/** The suggestion with whose acceptance a step came. */
function suggestionOf({ clientId }: Taken): string | null {
  return /^suggestion:(.+)$/.exec(clientId)?.[1] ?? null;
}

async function handsOf(
  prisma: PrismaClient,
  letterId: string,
  { taken }: KnownAuthorship,
): Promise<(version: number) => Hand> {
  const ids = [...new Set(taken.map(({ userId }) => userId))];
  const [people, points, suggestions] = await Promise.all([
    prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    pointsOf(prisma, letterId),
    prisma.suggestion.findMany({
      where: { letterId, state: 'accepted' },
      select: { id: true, reason: true, decision: true, decider: { select: { id: true, name: true } } },
    }),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const suggested = new Map(
    suggestions.map(({ id, reason, decision, decider }) => [id, { reason, decision, acceptedBy: decider }]),
  );
  return (version) => {
    const step = taken[version - 1];
    return {
      version,
      by: (step && byId.get(step.userId)) ?? null,
      at: step?.at.toISOString() ?? null,
      revision: version === 0 ? null : nameOf(points, version),
      suggestion: (step && suggested.get(suggestionOf(step) ?? '')) ?? null,
    };
  };
}

function nameOf(points: readonly RevisionPoint[], version: number): string | null {
  return points.find((point) => point.kind !== 'restored' && point.version >= version)?.label ?? null;
}

/** The phrases, notes and other things that stand in a part of a document. */
function elementsIn(doc: Node, from: number, to: number): { id: string; label: string; text: string }[] {
  const found = new Map<string, { id: string; label: string; text: string }>();
  doc.nodesBetween(from, to, (node, pos) => {
    for (const mark of node.marks) {
      const id = String(mark.attrs.id);
      const text = (found.get(id)?.text ?? '') + node.textContent;
      found.set(id, { id, label: elementLabel(elementOfMark(mark)), text });
    }
    if (node.isInline && !node.isText && typeof node.attrs.id === 'string' && pos >= from) {
      const label = node.isLeaf ? describeNode(node) : elementLabel(elementOf(node));
      found.set(node.attrs.id, { id: node.attrs.id, label, text: node.textContent });
    }
  });
  return [...found.values()];
}

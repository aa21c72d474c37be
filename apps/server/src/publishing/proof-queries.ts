import { openLetter } from '@chancery/prosemirror-tei';
import type { ProofQuery } from '@chancery/publishing';
import { followAnchors } from '../comments/follow-anchors.js';
import { withNames } from '../comments/mentions.js';
import { storedAnchor } from '../comments/stored-anchor.js';
import type { House } from '../house.js';

/** What is asked at places of a letter in one of its versions. */
export interface LetterQueries {
  readonly version: number;
  readonly queries: readonly ProofQuery[];
}

/** Characters of a thread that a margin has room for. */
const mostSaid = 280;

/**
 * The open comments of letters as the queries of a proof, by the ids of the letters: what is said of a place in the text, under
 * the names of those who say it.
 */
export async function proofQueries(
  house: House,
  letterIds: readonly string[],
): Promise<ReadonlyMap<string, LetterQueries>> {
  const asked = await house.prisma.commentThread.findMany({
    where: { letterId: { in: [...letterIds] }, resolvedAt: null },
    distinct: ['letterId'],
    select: { letterId: true },
  });
  const found = new Map<string, LetterQueries>();
  for (const { letterId } of asked) found.set(letterId, await queriesOf(house, letterId));
  return found;
}

async function queriesOf(house: House, letterId: string): Promise<LetterQueries> {
  await followAnchors(house, letterId);
  const { source, version, threads } = await house.prisma.letter.findUniqueOrThrow({
    where: { id: letterId },
    select: {
      source: true,
      version: true,
      threads: {
        where: { resolvedAt: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: {
          anchor: true,
          version: true,
          comments: {
            where: { takenBackAt: null },
            orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
            select: { body: true, author: { select: { id: true, name: true } } },
          },
        },
      },
    },
  });
  const names = new Map(
    threads.flatMap(({ comments }) => comments.map(({ author }) => [author.id, author.name] as const)),
  );
  const { doc, map } = openLetter(source);
  const queries = threads.flatMap((thread): ProofQuery[] => {
    const anchor = thread.version === version ? storedAnchor(thread.anchor) : undefined;
    if (!anchor || anchor.gone || thread.comments.length === 0) return [];
    const places: number[] = [];
    const from = Math.min(anchor.from + (anchor.caret ?? 0), doc.content.size);
    doc.nodesBetween(from, doc.content.size, (node, start) => {
      if (node.isText && places.length === 0) places.push(Math.max(start, from));
      return places.length === 0;
    });
    const [place] = places;
    if (place === undefined) return [];
    const said = thread.comments
      .map(({ author, body }) => `${author.name}: ${withNames(body, (id) => names.get(id))}`)
      .join(' \u2014 ');
    return [{ offset: map.starts[place] ?? 0, words: shortened(said) }];
  });
  return { version, queries };
}

function shortened(words: string): string {
  const characters = [...words];
  return characters.length <= mostSaid ? words : `${characters.slice(0, mostSaid).join('')} \u2026`;
}

import { type Anchor, anchorHolds, anchorWords } from '@chancery/prosemirror-tei';
import { commentLimits, type NewThread } from '../contract/comment.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { addComment } from './add-comment.js';
import type { Commenter } from './commenter.js';
import { followed } from './follow-anchors.js';
import { anchorToStore } from './stored-anchor.js';

/** How many characters of the words of a thread are kept for its heading. */
const wordsKept = 300;

const idTaken = 'Something else has this id already. Send it again under another one.';
const tooMany = `A letter has at most ${commentLimits.threads} threads of comments.`;
const notThere =
  'The words that the comment is on do not stand there in the letter. Load the page again; the comment is kept on your device.';

/**
 * Begins a thread with its first comment. Its place is followed to the letter as it is now, and has to say there what the
 * client says that it does. Sent twice, it is begun once. Answers whom it has told.
 *
 * @throws {HttpProblem} for a place that is none, and beyond the limits
 */
export async function beginThread(house: House, commenter: Commenter, asked: NewThread): Promise<string[]> {
  const { letterId, person } = commenter;
  const place = asked.place && (await placeNow(house, letterId, asked.place));
  return house.prisma.$transaction(async (tx) => {
    if ((await tx.commentThread.count({ where: { letterId } })) >= commentLimits.threads)
      throw new HttpProblem('too-large', tooMany);
    const { count } = await tx.commentThread.createMany({
      data: {
        id: asked.id,
        letterId,
        subject: asked.subject.kind,
        subjectId: asked.subject.id,
        version: place?.version ?? 0,
        words: place ? anchorWords(place.anchor).slice(0, wordsKept) : '',
        createdById: person.id,
        ...(place ? { anchor: anchorToStore(place.anchor) } : {}),
      },
      skipDuplicates: true,
    });
    if (count === 0) {
      const there = await tx.commentThread.findUnique({
        where: { id: asked.id },
        select: { letterId: true, createdById: true },
      });
      if (there?.letterId !== letterId || there.createdById !== person.id)
        throw new HttpProblem('bad-request', idTaken);
    }
    return addComment(tx, commenter, asked.id, asked.comment);
  });
}

async function placeNow(
  house: House,
  letterId: string,
  place: { anchor: Anchor; version: number },
): Promise<{ anchor: Anchor; version: number }> {
  const { letter, version } = await house.desk.read(letterId);
  if (place.version > version) throw new HttpProblem('stale', notThere);
  const [anchor = place.anchor] = await followed(house.prisma, letterId, [place], version);
  if (!anchor.gone && !anchorHolds(anchor, letter.doc)) throw new HttpProblem('stale', notThere);
  return { anchor, version };
}

import { isOpen, type QueueEntry, rules } from '@chancery/importing';
import type { PrintedReading } from '@chancery/importing/node';
import type { PrintedAnswer, PrintedDoubt, PrintedHead } from '../contract/printed-import.js';
import type { House } from '../house.js';
import { type SentBefore, sentBefore } from './sent-before.js';
import type { StoredImport } from './stored-import.js';

/** Lines on either side that are shown with the one that is in doubt. */
const around = 2;

/** An import as its screen shows it. */
export async function printedAnswer(
  { prisma, printed }: House,
  stored: StoredImport,
): Promise<PrintedAnswer> {
  const reading = await printed.read(stored.source, stored.rules, stored.decisions);
  const { documents, summary, unmet } = reading;
  const earlier = await sentBefore(prisma, [stored.id]);
  return {
    ...headOf(stored, earlier.get(stored.id)),
    version: stored.version,
    summary,
    left: [...stored.left],
    documents: documents.map(({ id, line, number, title, dates }) => {
      const when = dates.find((date) => date.when !== undefined)?.when;
      return {
        id,
        line,
        ...(number ? { number: number.isSupplied ? `[${number.value}]` : number.value } : {}),
        ...(title === undefined ? {} : { title }),
        ...(when === undefined ? {} : { when }),
      };
    }),
    queue: reading.queue.map((entry) => doubtOf(entry, reading)),
    unmet: [...unmet],
    rules: rules.map(({ name, label, gloss, groups, needs, patterns }) => ({
      name,
      label,
      gloss,
      groups: [...groups],
      needs: [...needs],
      usual: [...patterns],
      own: stored.rules[name] === undefined ? null : [...stored.rules[name]],
    })),
  };
}

/** @param earlier the text that says the same and was sent before it */
export function headOf(
  {
    id,
    name,
    createdAt,
    user,
    madeId,
    corrected,
  }: Pick<StoredImport, 'id' | 'name' | 'createdAt' | 'user' | 'madeId' | 'corrected'>,
  earlier: SentBefore | undefined,
): PrintedHead {
  return {
    id,
    name,
    createdAt: createdAt.toISOString(),
    by: user?.name ?? null,
    edition: madeId,
    corrected,
    sameAs: earlier ? { ...earlier, createdAt: earlier.createdAt.toISOString() } : null,
  };
}

function doubtOf(entry: QueueEntry, { lines }: PrintedReading): PrintedDoubt {
  const { id, code, line, document, source, proposal, alternatives, value, valueCalled, why, decided } =
    entry;
  const words = (from: number, step: 1 | -1): string[] => {
    const found: string[] = [];
    for (let at = from; found.length < around && at >= 0 && at < lines.length; at += step) {
      const text = lines[at]?.words.trim() ?? '';
      if (text !== '') found.push(text);
    }
    return step === 1 ? found : found.reverse();
  };
  return {
    id,
    code,
    line,
    ...(document === undefined ? {} : { document }),
    source,
    before: words(line - 2, -1),
    after: words(line, 1),
    proposal,
    alternatives: [...alternatives],
    ...(value === undefined ? {} : { value }),
    ...(valueCalled === undefined ? {} : { valueCalled }),
    why,
    ...(decided === undefined ? {} : { decided }),
    isOpen: isOpen(entry),
  };
}

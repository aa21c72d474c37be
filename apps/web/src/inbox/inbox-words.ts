import type { InboxItem } from '@chancery/server/api';

import { titleCase } from '../letters/title-case.js';
import { dueWords, inWords } from '../stages/stage-words.js';

const kinds: Readonly<Record<string, string>> = {
  mentioned: 'mentioned you',
  answered: 'answered in a thread you wrote in',
  commented: 'commented on a suggestion of yours',
  resolved: 'resolved a thread of yours',
  reopened: 'opened a thread of yours again',
  'to-key': 'asks you to key the letter, as one of two who do not see each other’s text',
  'note-returned': 'returned a note of yours',
  'note-approved': 'approved a note of yours',
  'note-commented': 'commented on a note that you wrote or spoke of',
  'note-suggested': 'suggested another wording for a note of yours',
};

/** What a line of the inbox says: “Transcriber One mentioned you”. A kind that this release does not know has a sentence too. */
export function inboxWords(
  item: Pick<InboxItem, 'kind' | 'by' | 'note' | 'stage' | 'dueOn' | 'count'>,
): string {
  const { kind, by } = item;
  const onNote = kind === 'commented' && item.note !== null;
  const what = ofStage(item) ?? (onNote ? 'commented on a note of yours' : kinds[kind]);
  if (what === undefined)
    return by === null ? 'Something concerns you' : `${by} did something that concerns you`;
  return `${by ?? 'Somebody'} ${what}`;
}

/** What is said of a letter that has come to one. */
function ofStage({ kind, stage, dueOn, count }: Pick<InboxItem, 'kind' | 'stage' | 'dueOn' | 'count'>) {
  const at = stage === null ? '' : inWords(stage);
  const due = dueOn === null ? '' : `, ${dueWords(dueOn)}`;
  if (kind === 'assigned')
    return count === 1 ? `assigned you the letter for ${at}${due}` : `assigned you ${count} letters${due}`;
  if (kind === 'handed-on') return `passed the letter on to you for ${at}`;
  if (kind === 'to-sign') return `asks you to sign the tandem reading of the ${at}`;
  return kind === 'returned' ? `returned the letter to ${at}` : undefined;
}

/** What the letter of a line is called: “No. [6]. J. V. Stalin to F. Roosevelt*”. */
export function inboxHeading({ number, title }: NonNullable<InboxItem['letter']>): string {
  const figure = number ? `No. ${number.supplied ? `[${number.text}]` : number.text}. ` : '';
  return `${figure}${titleCase(title.text)}${title.supplied ? '*' : ''}`;
}

/** Lines under the letters that they are about: unread lines first, and letters in the order of their first lines. */
export interface InboxGroup {
  readonly key: string;
  readonly letter: InboxItem['letter'];
  readonly items: readonly InboxItem[];
}

export function groupInbox(items: readonly InboxItem[]): InboxGroup[] {
  const groups = new Map<string, InboxItem[]>();
  for (const item of items) {
    const key = `${item.unread ? 'unread' : 'read'} ${item.letter?.id ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, lines]) => ({ key, letter: lines[0]?.letter ?? null, items: lines }));
}

import type { Inbox, InboxRead } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { getInbox, putInboxRead } from '../api/comments.js';
import { queryClient } from '../app/query-client.js';

const queryKey = ['inbox'];

/** How often the inbox is asked for where no open letter brings the news, in milliseconds. */
const interval = 30_000;

/** What concerns the person who is signed in. */
export function useInbox() {
  return useQuery({ queryKey, queryFn: getInbox, refetchInterval: interval });
}

/** Something new concerns the person. */
export function inboxChanged(): void {
  void queryClient.invalidateQueries({ queryKey });
}

/** The inbox as the server has just answered it. */
export function inboxIs(inbox: Inbox): void {
  queryClient.setQueryData(queryKey, inbox);
}

/** Takes lines for read. Should that fail, they are unread again when the inbox is next asked for. */
export function takeForRead(read: InboxRead): void {
  putInboxRead(read).then(inboxIs, inboxChanged);
}

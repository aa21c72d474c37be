import { Link } from '@tanstack/react-router';
import { Icon } from '../app/icon.js';
import { useInbox } from './use-inbox.js';

/** The way to the inbox, with how much of it is unread. */
export function InboxLink() {
  const { data } = useInbox();
  const unread = data?.unread ?? 0;
  return (
    <Link to="/inbox" className={unread > 0 ? 'btn small inbox-link' : 'btn small ghost inbox-link'}>
      <Icon name="inbox" />
      <span className="t">Inbox</span>
      {unread > 0 ? (
        <>
          <span className="n">{unread}</span>
          <span className="sr">unread</span>
        </>
      ) : null}
    </Link>
  );
}

import { Link, Outlet, useParams, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSession } from '../api/use-session.js';
import { InboxLink } from '../inbox/inbox-link.js';
import { SignInPage } from '../sign-in/sign-in-page.js';
import { useStore } from '../store/use-store.js';
import { AccountMenu } from './account-menu.js';
import { Announcements } from './announce.js';
import { currentVolume } from './current-volume.js';
import { GlobalKeys } from './global-keys.js';
import { Icon } from './icon.js';
import { mod } from './is-apple.js';
import { later } from './later.js';
import { LetterEntries } from './letter-entries.js';
import { overlay } from './overlay.js';
import { ThemeSwitch } from './theme-switch.js';
import { useLastVolume } from './use-last-volume.js';

const over = { onGiveUp: () => overlay.set(undefined), isOver: true };
const Palette = later(async () => (await import('../palette/palette.js')).Palette, over);
const AllKeys = later(async () => (await import('../palette/all-keys.js')).AllKeys, over);

/** Screens that need nobody to be signed in, and have no frame. */
const forAnybody: ReadonlySet<string> = new Set(['/sign-in', '/invitation']);

/** Who keys letters twice, or decides between two keyings, as the volume names the roles. */
const keys: ReadonlySet<string> = new Set(['chief editor', 'editor', 'transcriber']);

/** What stands around every screen: skip link, app bar, navigation, live regions, and the called overlays. */
export function Frame() {
  const session = useSession();
  const open = useStore(overlay);
  const volume = useStore(currentVolume);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  if (forAnybody.has(path)) {
    return (
      <>
        <Outlet />
        <Announcements />
      </>
    );
  }
  if (session.data === null) return <SignInPage />;
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <AppBar name={session.data?.name} />
      <Outlet />
      <Announcements />
      <GlobalKeys />
      {volume ? <LetterEntries editionId={volume.id} /> : null}
      {open?.kind === 'palette' ? <Palette start={open.start} asks={open.asks} /> : null}
      {open?.kind === 'keys' ? <AllKeys /> : null}
    </>
  );
}

function AppBar({ name }: { name: string | undefined }) {
  const params = useParams({ strict: false });
  useLastVolume(name !== undefined && Object.keys(params).length === 0);
  const volume = useStore(currentVolume);
  const editionId = params.editionId ?? volume?.id;
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const screens = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = screens.current;
    if (!row || !path) return;
    // On a narrow screen the row of names is longer than its place: the one where the reader is must be among those that show.
    const show = () =>
      row.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const sizes = new ResizeObserver(show);
    for (const each of [row, ...row.children]) sizes.observe(each);
    return () => sizes.disconnect();
  }, [path]);
  return (
    <header className="appbar">
      <Link className="mark" to="/">
        Chancery
      </Link>
      <nav ref={screens} className="appnav" aria-label="Desk">
        {name ? <Link to="/work">My work</Link> : null}
        {editionId ? (
          <>
            <Link to="/volumes/$editionId" params={{ editionId }} activeOptions={{ exact: true }}>
              Letters
            </Link>
            {volume ? (
              <Link to="/volumes/$editionId/notes" params={{ editionId }}>
                Notes
              </Link>
            ) : null}
            <Link to="/volumes/$editionId/registers" params={{ editionId }}>
              Registers
            </Link>
            <Link to="/volumes/$editionId/emendations" params={{ editionId }}>
              Emendations
            </Link>
            <Link to="/volumes/$editionId/search" params={{ editionId }}>
              Search
            </Link>
            {volume && keys.has(volume.role) ? (
              <Link to="/volumes/$editionId/collation" params={{ editionId }}>
                Collation
              </Link>
            ) : null}
            <Link to="/volumes/$editionId/volume" params={{ editionId }}>
              Volume
            </Link>
            <Link to="/volumes/$editionId/editions" params={{ editionId }}>
              Editions
            </Link>
            {volume?.mayManageMembers ? (
              <Link to="/volumes/$editionId/people" params={{ editionId }}>
                People
              </Link>
            ) : null}
            {volume?.mayReadLog ? (
              <Link to="/volumes/$editionId/log" params={{ editionId }}>
                Log
              </Link>
            ) : null}
          </>
        ) : null}
      </nav>
      {volume ? <span className="crumb">{volume.label}</span> : null}
      <span className="grow" />
      <button
        type="button"
        className="searchbtn"
        aria-keyshortcuts="Control+K"
        onClick={() => overlay.set({ kind: 'palette', start: '' })}
      >
        <Icon name="search" />
        <span>Search letters and commands</span>
        <kbd>{mod} K</kbd>
      </button>
      {name ? <InboxLink /> : null}
      <ThemeSwitch />
      {name ? <AccountMenu name={name} role={volume?.role} /> : null}
    </header>
  );
}

import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { EmendationKind } from '../api/emendations.js';
import { kindOf } from '../emendations/emendation-words.js';
import { LettersPage } from '../letters/letters-page.js';
import { readNotesAddress } from '../notes/read-notes-address.js';
import { readRegistersAddress } from '../registers/read-registers-address.js';
import { readAddress } from '../search/search-address.js';
import { SignInPage } from '../sign-in/sign-in-page.js';
import { Broken } from './broken.js';
import { FirstVolume } from './first-volume.js';
import { Frame } from './frame.js';
import { NotFound } from './not-found.js';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const home = createRoute({ getParentRoute: () => root, path: '/', component: FirstVolume });

const letters = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId',
  validateSearch: ({ begin }: Record<string, unknown>): { begin?: true } => (begin === true ? { begin } : {}),
  component: LettersPage,
});

const editions = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/editions',
  component: lazyRouteComponent(() => import('../editions/editions-page.js'), 'EditionsPage'),
});

/** What a letter is opened at: a thread, a suggestion, a hit of the search, one of its names or emendations, or a place that a list names. */
interface LetterAddress {
  thread?: string;
  found?: string;
  named?: number;
  emendation?: number;
  suggestion?: string;
  at?: string;
}

const letter = createRoute({
  getParentRoute: () => root,
  path: '/letters/$letterId',
  validateSearch: ({
    thread,
    found,
    named,
    emendation,
    suggestion,
    at,
  }: Record<string, unknown>): LetterAddress => ({
    ...(typeof thread === 'string' ? { thread } : {}),
    ...(typeof found === 'string' ? { found } : {}),
    ...(typeof named === 'number' ? { named } : {}),
    ...(typeof emendation === 'number' ? { emendation } : {}),
    ...(typeof suggestion === 'string' ? { suggestion } : {}),
    ...(typeof at === 'string' ? { at } : {}),
  }),
  component: lazyRouteComponent(() => import('../desk/letter-page.js'), 'LetterPage'),
});

const search = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/search',
  validateSearch: readAddress,
  component: lazyRouteComponent(() => import('../search/search-page.js'), 'SearchPage'),
});

const replacements = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/replacements',
  validateSearch: ({ replacement }: Record<string, unknown>): { replacement?: string } =>
    typeof replacement === 'string' ? { replacement } : {},
  component: lazyRouteComponent(() => import('../replacing/replacements-page.js'), 'ReplacementsPage'),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../inbox/inbox-page.js'), 'InboxPage'),
});

const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  component: lazyRouteComponent(() => import('../work/work-page.js'), 'WorkPage'),
});

const mend = createRoute({
  getParentRoute: () => root,
  path: '/mend/$fileId',
  component: lazyRouteComponent(() => import('../mend/mend-page.js'), 'MendPage'),
});

const keyings = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/collation',
  component: lazyRouteComponent(() => import('../collation/keyings-page.js'), 'KeyingsPage'),
});

const collation = createRoute({
  getParentRoute: () => root,
  path: '/collation/$letterId',
  component: lazyRouteComponent(() => import('../collation/collation-page.js'), 'CollationPage'),
});

const volume = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/volume',
  component: lazyRouteComponent(() => import('../volume/volume-page.js'), 'VolumePage'),
});

const notes = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/notes',
  validateSearch: readNotesAddress,
  component: lazyRouteComponent(() => import('../notes/notes-page.js'), 'NotesPage'),
});

const registers = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/registers',
  validateSearch: readRegistersAddress,
  component: lazyRouteComponent(() => import('../registers/registers-page.js'), 'RegistersPage'),
});

const emendations = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/emendations',
  validateSearch: ({ of }: Record<string, unknown>): { of?: EmendationKind } => {
    const known = kindOf(of);
    return known ? { of: known } : {};
  },
  component: lazyRouteComponent(() => import('../emendations/emendations-page.js'), 'EmendationsPage'),
});

const images = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/images',
  validateSearch: ({ letter: of }: Record<string, unknown>): { letter?: string } =>
    typeof of === 'string' ? { letter: of } : {},
  component: lazyRouteComponent(() => import('../images/images-page.js'), 'ImagesPage'),
});

function readCancelled({ cancelled }: Record<string, unknown>): { cancelled?: true } {
  return cancelled === true ? { cancelled } : {};
}

const printedVolumes = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/printed',
  validateSearch: readCancelled,
  component: lazyRouteComponent(() => import('../printed/printed-page.js'), 'PrintedPage'),
});

const printedImport = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/printed/$importId',
  component: lazyRouteComponent(() => import('../printed/import-page.js'), 'PrintedImportPage'),
});

const files = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/files',
  component: lazyRouteComponent(() => import('../files/files-page.js'), 'FilesPage'),
});

const teiVolume = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/tei',
  component: lazyRouteComponent(() => import('../files/tei-volume-page.js'), 'TeiVolumePage'),
});

const firstFromTei = createRoute({
  getParentRoute: () => root,
  path: '/new/tei',
  component: lazyRouteComponent(() => import('../files/tei-volume-page.js'), 'TeiVolumePage'),
});

const firstPrinted = createRoute({
  getParentRoute: () => root,
  path: '/new/printed',
  validateSearch: readCancelled,
  component: lazyRouteComponent(() => import('../printed/printed-page.js'), 'PrintedPage'),
});

const firstPrintedImport = createRoute({
  getParentRoute: () => root,
  path: '/new/printed/$importId',
  component: lazyRouteComponent(() => import('../printed/import-page.js'), 'PrintedImportPage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/people',
  component: lazyRouteComponent(() => import('../people/people-page.js'), 'PeoplePage'),
});

const log = createRoute({
  getParentRoute: () => root,
  path: '/volumes/$editionId/log',
  component: lazyRouteComponent(() => import('../log/log-page.js'), 'LogPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../sign-in/account-page.js'), 'AccountPage'),
});

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage });

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../sign-in/invitation-page.js'), 'InvitationPage'),
});

/** The screens of the desk and their addresses. A letter is addressed by its id, never by its number. */
export const router = createRouter({
  defaultErrorComponent: Broken,
  routeTree: root.addChildren([
    home,
    letters,
    editions,
    letter,
    search,
    replacements,
    inbox,
    work,
    keyings,
    collation,
    mend,
    volume,
    notes,
    registers,
    emendations,
    images,
    printedVolumes,
    printedImport,
    files,
    teiVolume,
    firstFromTei,
    firstPrinted,
    firstPrintedImport,
    people,
    log,
    account,
    signIn,
    invitation,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

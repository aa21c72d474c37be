import { longestToMend, recognizedLimits } from '@chancery/importing';
import { mostSent } from '@chancery/importing/archive';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { printedLimits } from './contract/printed-import.js';
import { suggestionLimits } from './contract/suggestion.js';
import { HttpProblem } from './errors/http-problem.js';
import { problemResponse } from './errors/problem-response.js';
import { guard } from './guard.js';
import type { House } from './house.js';
import { imageLimits } from './images/image-limits.js';
import type { RequestContext } from './request-context.js';
import { accountRoutes } from './routes/account-routes.js';
import { calendarRoutes } from './routes/calendar-routes.js';
import { commentRoutes } from './routes/comment-routes.js';
import { editionRoutes } from './routes/edition-routes.js';
import { emendationRoutes } from './routes/emendation-routes.js';
import { fileToMendRoutes } from './routes/file-to-mend-routes.js';
import { healthRoutes } from './routes/health-routes.js';
import { historyBundleRoutes } from './routes/history-bundle-routes.js';
import { historyRoutes } from './routes/history-routes.js';
import { iiifRoutes } from './routes/iiif-routes.js';
import { imageRoutes } from './routes/image-routes.js';
import { inboxRoutes } from './routes/inbox-routes.js';
import { keyingRoutes } from './routes/keying-routes.js';
import { letterFilesRoutes } from './routes/letter-files-routes.js';
import { letterRoutes } from './routes/letter-routes.js';
import { logRoutes } from './routes/log-routes.js';
import { manifestRoutes } from './routes/manifest-routes.js';
import { noteRoutes } from './routes/note-routes.js';
import { pageRoutes } from './routes/page-routes.js';
import { peopleRoutes } from './routes/people-routes.js';
import { printedImportRoutes } from './routes/printed-import-routes.js';
import { publicationRoutes } from './routes/publication-routes.js';
import { recognitionRoutes } from './routes/recognition-routes.js';
import { registerRoutes } from './routes/register-routes.js';
import { releaseRoutes } from './routes/release-routes.js';
import { replacementRoutes } from './routes/replacement-routes.js';
import { newRouter } from './routes/router.js';
import { schemaRoutes } from './routes/schema-routes.js';
import { searchRoutes } from './routes/search-routes.js';
import { sessionRoutes } from './routes/session-routes.js';
import { linkRoutes, signInRoutes } from './routes/sign-in-routes.js';
import { stageRoutes } from './routes/stage-routes.js';
import { suggestionRoutes } from './routes/suggestion-routes.js';
import { teiVolumeRoutes } from './routes/tei-volume-routes.js';
import { typesettingRoutes } from './routes/typesetting-routes.js';
import { volumeRoutes } from './routes/volume-routes.js';
import { originCheck } from './serve/origin-check.js';

/** No other route takes a larger body; editing goes over the live connection, which has limits of its own. */
const bodyBytes = 64 * 1024;

/** Two schemas of the largest size, as JSON. */
const schemasBytes = 12 * 1024 * 1024;

/** The longest file to be mended, as JSON of characters of three bytes. */
const mendingBytes = 3 * longestToMend + bodyBytes;

/** The largest suggestion, as JSON of characters of three bytes. */
const suggestionBytes = 3 * suggestionLimits.steps + bodyBytes;

/** The routes under /api that the typed client knows. */
function apiRoutes(house: House) {
  return newRouter()
    .route('/', sessionRoutes(house))
    .route('/', signInRoutes(house))
    .route('/', accountRoutes(house))
    .route('/', editionRoutes(house))
    .route('/', schemaRoutes(house))
    .route('/', logRoutes(house))
    .route('/', historyBundleRoutes(house))
    .route('/', peopleRoutes(house))
    .route('/', letterRoutes(house))
    .route('/', typesettingRoutes(house))
    .route('/', historyRoutes(house))
    .route('/', searchRoutes(house))
    .route('/', replacementRoutes(house))
    .route('/', stageRoutes(house))
    .route('/', calendarRoutes(house))
    .route('/', suggestionRoutes(house))
    .route('/', commentRoutes(house))
    .route('/', inboxRoutes(house))
    .route('/', keyingRoutes(house))
    .route('/', noteRoutes(house))
    .route('/', emendationRoutes(house))
    .route('/', volumeRoutes(house))
    .route('/', registerRoutes(house))
    .route('/', imageRoutes(house))
    .route('/', manifestRoutes(house))
    .route('/', recognitionRoutes(house))
    .route('/', iiifRoutes(house))
    .route('/', printedImportRoutes(house))
    .route('/', letterFilesRoutes(house))
    .route('/', teiVolumeRoutes(house))
    .route('/', fileToMendRoutes(house))
    .route('/', publicationRoutes(house))
    .route('/', releaseRoutes(house));
}

/** The type of the API for `hc<AppType>()`. */
export type AppType = ReturnType<typeof apiRoutes>;

/**
 * All that the server answers over HTTP: the API, the desk, the edition.
 *
 * The live connection `/api/letters/:letterId/live` is not among it: it is upgraded before a request gets here.
 */
export function createApp(house: House): OpenAPIHono<RequestContext> {
  const app = newRouter();
  app.onError((error) => {
    if (error instanceof HttpProblem) return problemResponse(error.kind, error.detail);
    console.error(error);
    return problemResponse('internal');
  });
  const { names, scheme } = house.imageHosts;
  const imageOrigins = names.map((name) => `${scheme}//${name}`);
  // What pages of other hosts may read they may also show: viewers put the images of manifests on their pages (Fetch, CORP check).
  app.use('/edition/*', async (c, next) => {
    await next();
    if (c.res.headers.get('access-control-allow-origin') === '*')
      c.res.headers.set('cross-origin-resource-policy', 'cross-origin');
  });
  app.use(
    '*',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        // libxml2 checks letters in the browser as WebAssembly.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...imageOrigins],
        fontSrc: ["'self'", 'data:'],
        // The viewer asks the service of an image elsewhere for its description.
        connectSrc: ["'self'", ...imageOrigins],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
      // HTTPS, where there is any, is the proxy's, and so is the promise to keep to it.
      strictTransportSecurity: false,
    }),
  );
  app.use('*', compress());
  app.use('*', originCheck(house.origins));
  const tooLarge = () => problemResponse('too-large');
  const usual = bodyLimit({ maxSize: bodyBytes, onError: tooLarge });
  const schemas = bodyLimit({ maxSize: schemasBytes, onError: tooLarge });
  const mending = bodyLimit({ maxSize: mendingBytes, onError: tooLarge });
  const suggesting = bodyLimit({ maxSize: suggestionBytes, onError: tooLarge });
  const printedText = bodyLimit({ maxSize: printedLimits.bytes, onError: tooLarge });
  const recognized = bodyLimit({ maxSize: recognizedLimits.bytes, onError: tooLarge });
  const imagePart = bodyLimit({ maxSize: imageLimits.partBytes, onError: tooLarge });
  const archives = bodyLimit({ maxSize: mostSent.tei, onError: tooLarge });
  app.use('/api/*', (c, next) => {
    if (/^\/api\/(?:editions\/[^/]+\/returned-files|tei-volumes)(?:\/plan)?$/.test(c.req.path))
      return archives(c, next);
    if (c.req.method !== 'PUT') return usual(c, next);
    if (/^\/api\/editions\/[^/]+\/schemas$/.test(c.req.path)) return schemas(c, next);
    if (/^\/api\/editions\/[^/]+\/images\/parts\//.test(c.req.path)) return imagePart(c, next);
    if (/^\/api\/letters\/[^/]+\/images\/[^/]+\/recognized$/.test(c.req.path)) return recognized(c, next);
    if (/^\/api\/(?:editions\/[^/]+\/)?printed-imports\/[^/]+(?:\/source)?$/.test(c.req.path))
      return printedText(c, next);
    if (/^\/api\/letters\/[^/]+\/suggestions$/.test(c.req.path)) return suggesting(c, next);
    return (/^\/api\/files-to-mend\/[^/]+$/.test(c.req.path) ? mending : usual)(c, next);
  });
  app.use('/api/*', async (c, next) => {
    c.set('person', await house.auth.personOf(c.req.raw.headers));
    await next();
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });
  app.use('/sign-in', async (c, next) => {
    c.set('person', await house.auth.personOf(c.req.raw.headers));
    await next();
  });

  app.route('/', healthRoutes(house));
  app.route('/', linkRoutes(house));
  const api = apiRoutes(house);
  app.route('/', api);
  app.get('/api/openapi.json', guard(house, 'GET /api/openapi.json'), (c) =>
    c.json(
      api.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Chancery',
          version: '0.1.0',
          description:
            'Editions of correspondence: letters as TEI, their step logs, and publishing. Sign in first: every route but those marked so needs the session cookie.',
        },
      }),
    ),
  );
  app.route('/', pageRoutes(house));
  return app;
}

import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { Readable } from 'node:stream';

const mediaTypes: Readonly<Record<string, string>> = {
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.cff': 'text/yaml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.epub': 'application/epub+zip',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.odd': 'application/xml',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.rng': 'application/xml',
  '.sch': 'application/xml',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

/**
 * What other programs ask for by the standard that it keeps to, of whose media types the ending of a name says too little: Distributed
 * Text Services 1.0, IIIF Presentation 3 (section 6.2) and Image API 3 (section 5.1), Atom (RFC 4287). Pages of other hosts read it too.
 */
const interchange: readonly (readonly [place: RegExp, mediaType: string])[] = [
  [/[\\/]dts[\\/]document[\\/][^\\/]+\.xml$/, 'application/tei+xml'],
  [/[\\/]dts[\\/].*\.json$/, 'application/ld+json'],
  [
    /[\\/](?:letters[\\/][^\\/]+[\\/]manifest|manifests)\.json$/,
    'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
  ],
  [
    /[\\/]images[\\/][^\\/]+[\\/]info\.json$/,
    'application/ld+json;profile="http://iiif.io/api/image/3/context.json"',
  ],
  [/[\\/]images[\\/][^\\/]+[\\/]full[\\/][^\\/]+[\\/]0[\\/]default\.jpg$/, 'image/jpeg'],
  [/[\\/]feed\.xml$/, 'application/atom+xml'],
  [/[\\/]cmif\.xml$/, 'application/tei+xml'],
];

/** What a release says of itself to Zenodo goes by that name, and is no secret. */
const shown: ReadonlySet<string> = new Set(['.zenodo.json']);

/**
 * The file of an address inside a folder, or undefined where there is none: an address that ends in a slash or names
 * a folder means its `index.html`.
 *
 * Never answers with a file outside the folder, whatever the address or a symbolic link says, nor with a file or
 * folder whose name begins with a dot, but the one for Zenodo.
 *
 * @param address decoded path below the folder, with forward slashes
 */
export async function findFile(folder: string, address: string): Promise<string | undefined> {
  const parts = address.split('/').filter((part) => part !== '');
  if (parts.some((part) => (part.startsWith('.') && !shown.has(part)) || /[\\:\0]/.test(part)))
    return undefined;
  try {
    const root = await realpath(folder);
    const named = await realpath(join(root, ...parts));
    if (named !== root && !named.startsWith(root + sep)) return undefined;
    const found = await stat(named);
    if (found.isFile()) return address.endsWith('/') ? undefined : named;
    if (!found.isDirectory()) return undefined;
    const index = join(named, 'index.html');
    return (await stat(index)).isFile() ? index : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The response with a file’s bytes; 304 when the client has them. The file is opened at once, so that it is sent whole though another
 * takes its place meanwhile.
 */
export async function serveFile(request: Request, file: string, cacheControl: string): Promise<Response> {
  const opened = await open(file);
  try {
    return await responseOf(request, file, opened, cacheControl);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function responseOf(
  request: Request,
  file: string,
  opened: FileHandle,
  cacheControl: string,
): Promise<Response> {
  const { size, mtimeMs } = await opened.stat();
  const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
  const [, asked] = interchange.find(([place]) => place.test(file)) ?? [];
  const headers = {
    'content-type': asked ?? mediaTypes[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'cache-control': cacheControl,
    etag,
    ...(asked === undefined ? {} : { 'access-control-allow-origin': '*' }),
  };
  const isKnown = request.headers.get('if-none-match') === etag;
  if (isKnown || request.method === 'HEAD') {
    await opened.close();
    if (isKnown) return new Response(null, { status: 304, headers });
    return new Response(null, { headers: { ...headers, 'content-length': String(size) } });
  }
  return new Response(Readable.toWeb(opened.createReadStream()) as ReadableStream, {
    headers: { ...headers, 'content-length': String(size) },
  });
}

import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { Readable } from 'node:stream';

const mediaTypes: Readonly<Record<string, string>> = {
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
 * The file of an address inside a folder, or undefined where there is none: an address that ends in a slash or names
 * a folder means its `index.html`.
 *
 * Never answers with a file outside the folder, whatever the address or a symbolic link says, nor with a file or
 * folder whose name begins with a dot.
 *
 * @param address decoded path below the folder, with forward slashes
 */
export async function findFile(folder: string, address: string): Promise<string | undefined> {
  const parts = address.split('/').filter((part) => part !== '');
  if (parts.some((part) => part.startsWith('.') || /[\\:\0]/.test(part))) return undefined;
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

/** The response with a file's bytes; 304 when the client has them. */
export async function serveFile(request: Request, file: string, cacheControl: string): Promise<Response> {
  const { size, mtimeMs } = await stat(file);
  const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
  const headers = {
    'content-type': mediaTypes[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'cache-control': cacheControl,
    etag,
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const body = request.method === 'HEAD' ? null : Readable.toWeb(createReadStream(file));
  return new Response(body as ReadableStream | null, {
    headers: { ...headers, 'content-length': String(size) },
  });
}

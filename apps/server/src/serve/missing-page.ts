import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a published edition answers for an address that it has no page at; undefined where it has no page for that. */
export async function missingPage(folder: string, base: string): Promise<Response | undefined> {
  const body = await missingPageHtml(folder, base);
  return body === undefined
    ? undefined
    : new Response(body, {
        status: 404,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      });
}

/**
 * The page of a published edition for an address that it has no page at, with its links led from where the edition is
 * served here; undefined where it has none, as editions that were published by earlier versions of Chancery.
 *
 * @param base where the edition is served, ended by a slash
 */
export async function missingPageHtml(folder: string, base: string): Promise<string | undefined> {
  const html = await readFile(join(folder, '404.html'), 'utf8').catch(() => undefined);
  if (html === undefined) return undefined;
  // It is made for the place that the edition is meant to be served at in the end.
  const made = / href="([^"]*)assets\/edition\.css"/.exec(html)?.[1] ?? '';
  return html.replaceAll(/( (?:href|src|action)=")([^"]*)/g, (_whole, name: string, address: string) =>
    made !== '' && address.startsWith(made)
      ? `${name}${base}${address.slice(made.length)}`
      : `${name}${address}`,
  );
}

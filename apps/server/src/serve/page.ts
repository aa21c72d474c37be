import { noticeSaying } from '@chancery/publishing/edition';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words of a page that lead somewhere. */
interface Link {
  readonly words: string;
  readonly to: string;
}

/**
 * A small page of the server's own, for what has to be said before or without the desk.
 *
 * @param edition the page of an edition for what it has not, in whose style and frame it is said; what leads into the edition may be left out
 */
export function page(
  title: string,
  paragraphs: readonly (string | readonly (string | Link)[])[],
  status: number,
  edition?: { readonly frame: string; readonly withoutWays: boolean },
): Response {
  const text = (value: string) => value.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
  const run = (part: string | Link) =>
    typeof part === 'string' ? text(part) : `<a href="${text(part.to)}">${text(part.words)}</a>`;
  const said = paragraphs.map((paragraph) => `<p>${[paragraph].flat().map(run).join('')}</p>`).join('\n');
  const framed =
    edition && noticeSaying(edition.frame, { title, body: said, withoutWays: edition.withoutWays });
  const plain = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)} · Chancery</title>
<style>
:root { color-scheme: light dark }
body { max-width: 34rem; margin: 18vh auto 0; padding: 0 1.5rem; font: 1.05rem/1.6 Georgia, "Times New Roman", serif }
h1 { font-size: 1.4rem; font-weight: normal }
a { color: inherit }
</style>
<main>
<h1>${text(title)}</h1>
${said}
</main>
</html>
`;
  return new Response(framed ?? plain, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

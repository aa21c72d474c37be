import { escapeText } from '@chancery/xml';

/** What the page of an edition for an address that it has not is to say in the place of that. */
export interface OtherNotice {
  /** In words, not in HTML. */
  readonly title: string;
  /** What stands below the title, in HTML. */
  readonly body: string;
  /** Whether what leads into the edition is left out, as where nothing of it can be read. */
  readonly withoutWays: boolean;
}

/**
 * The page of a published edition for an address that it has no page at (`404.html`), saying something else in the style and the frame of the
 * edition.
 *
 * @returns undefined for a page that a stylesheet of the edition's own has made otherwise
 */
export function noticeSaying(html: string, { title, body, withoutWays }: OtherNotice): string | undefined {
  const heading = escapeText(title);
  const titled = replaced(html, /<title>.*?( – [^<]*)?<\/title>/s, (_, edition = '') => {
    return `<title>${heading}${edition}</title>`;
  });
  const said = replaced(titled, /(<article\b[^>]*>).*?<\/article>/s, (_, begun = '') => {
    return `${begun.replace(/ lang="[^"]*"/, ' lang="en"')}<h1>${heading}</h1>${body}</article>`;
  });
  if (!withoutWays) return said;
  return said
    ?.replace(/<nav\b.*?<\/nav>/s, '')
    .replace(/<form\b.*?<\/form>/s, '')
    .replace(/(?:\.\s*)?<a\b[^>]*>Changes since release [^<]*<\/a>/, '');
}

function replaced(
  html: string | undefined,
  part: RegExp,
  by: (whole: string, kept: string | undefined) => string,
): string | undefined {
  return html !== undefined && part.test(html) ? html.replace(part, by) : undefined;
}

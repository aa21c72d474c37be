/** A tag as a browser reads it. */
interface HtmlTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a browser makes of a page: its tags, and what stands in its script elements (HTML Living Standard, 13.2.5). */
export function markupIn(html: string): {
  readonly tags: readonly HtmlTag[];
  readonly scripts: readonly string[];
} {
  const tags: HtmlTag[] = [];
  const scripts: string[] = [];
  const next =
    /<!--[\s\S]*?-->|<![^>]*>|<(\/?[a-z][^\s/>]*)((?:[\s/]+[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)[\s/]*>/gi;
  for (let found = next.exec(html); found; found = next.exec(html)) {
    const [, name, written = ''] = found;
    if (name === undefined) continue;
    const attributes = [...written.matchAll(/([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)].map(
      ([, key = '', one, two, three]) => [key.toLowerCase(), one ?? two ?? three ?? ''],
    );
    tags.push({ name: name.toLowerCase(), attributes: Object.fromEntries(attributes) });
    if (name.toLowerCase() !== 'script') continue;
    const end = html.toLowerCase().indexOf('</script', next.lastIndex);
    scripts.push(html.slice(next.lastIndex, end));
    next.lastIndex = end;
  }
  return { tags, scripts };
}

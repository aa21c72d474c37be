/**
 * The codes of languages of three letters that a TEI source uses and that have one of two letters, each followed by it:
 * `deu de heb he`. HTML names languages by the shortest code that there is (BCP 47, 2.2.1), which screen readers know;
 * catalogues, and some TEI, by those of ISO 639-2 and 639-3.
 */
export function shortCodesIn(text: string): string {
  const used = new Set<string>();
  for (const [, code = ''] of text.matchAll(/(?:xml:lang|ident|lang)\s*=\s*["']([A-Za-z]{3})(?=["'-])/g))
    used.add(code.toLowerCase());
  return [...used]
    .sort()
    .flatMap((code) => {
      const { language } = new Intl.Locale(code);
      return language.length === 2 ? [code, language] : [];
    })
    .join(' ');
}

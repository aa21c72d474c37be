/** What a language is called: “Russian” for `ru`; its tag where it has no name. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    // What is no tag is shown as it is.
    return tag;
  }
}

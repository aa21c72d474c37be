const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * The code of three letters that repositories call a language by (ISO 639-3), of its BCP 47 tag: `eng` of `en-GB`. Every code of two
 * letters begins as the one of three does; what the two mean alike, the system’s list of languages says.
 *
 * @returns undefined where there is none
 */
export function isoLanguage(tag: string | undefined): string | undefined {
  const language = languageOf(tag ?? '');
  if (language === undefined || language.length === 3) return language;
  const [first = '', second = ''] = language;
  const alike = letters
    .flatMap((middle) => letters.map((last) => first + middle + last))
    .filter((code) => languageOf(code) === language);
  // Where libraries have a code of their own (“ice” beside “isl”), the other is the nearer one to the two letters.
  return alike.find((code) => code.includes(second, 1)) ?? alike[0];
}

function languageOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return undefined;
  }
}

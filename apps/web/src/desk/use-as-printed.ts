import { type LetterMetadata, printedDateLine } from '@chancery/tei';
import { useEffect } from 'react';
import type { Volume } from '../api/volume.js';
import type { LetterLine } from '../letters/letter-line.js';
import type { LetterSession } from './letter-session.js';

/** Shows in the text what the volume makes of it: its number there, the date of the rule, the language of what has none of its own. */
export function useAsPrinted(
  session: LetterSession | undefined,
  volume: Volume | undefined,
  line: LetterLine | undefined,
  metadata: LetterMetadata | undefined,
): void {
  const own = metadata?.number;
  const bracketed = line?.numberSupplied ? `[${line.number}]` : line?.number;
  const number = own && line && own.text !== line.number ? `No. ${bracketed || '(none)'}` : undefined;
  const printed = metadata && volume ? printedDateLine(metadata.dates, volume) : undefined;
  const language = metadata && (metadata.language ?? volume?.language);
  useEffect(() => (language === undefined ? undefined : session?.setLanguage(language)), [session, language]);
  const [words, place] = [printed?.line, printed?.place];
  useEffect(() => {
    session?.setPrinted({
      number,
      date: words === undefined || place === undefined ? undefined : { line: words, place },
    });
  }, [session, number, words, place]);
}

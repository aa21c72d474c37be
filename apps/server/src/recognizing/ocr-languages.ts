import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OcrLanguage } from './ocr-messages.js';

const require = createRequire(import.meta.url);

/**
 * The languages that text is read in, as `CHANCERY_OCR_LANGUAGES` names them by the codes of Tesseract: `eng+deu`. English without
 * it. What is known of each comes with its package `@tesseract.js-data/…`, which is installed beside the server.
 *
 * @throws {Error} where a language is not installed, with what to do
 */
export function ocrLanguages(setting = process.env.CHANCERY_OCR_LANGUAGES ?? ''): readonly OcrLanguage[] {
  const codes = setting.split(/[\s,+]+/u).filter((code) => code !== '');
  return (codes.length === 0 ? ['eng'] : codes).map((code) => {
    if (!/^[a-z]{3}(?:_[A-Za-z]{2,8})*$/u.test(code))
      throw new Error(
        `CHANCERY_OCR_LANGUAGES: “${code}” is no code of a language. Write eng, deu or eng+deu.`,
      );
    return { code, file: fileOf(code) };
  });
}

function fileOf(code: string): string {
  const name = `@tesseract.js-data/${code}`;
  try {
    const folder = dirname(require.resolve(`${name}/package.json`));
    const file = join(folder, '4.0.0_best_int', `${code}.traineddata.gz`);
    if (existsSync(file)) return file;
  } catch {
    // Said below.
  }
  throw new Error(`CHANCERY_OCR_LANGUAGES: the language ${code} is not installed: npm install ${name}`);
}

import { setImmediate } from 'node:timers/promises';
import { fileStem, readPublication } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { EditionSource, TeiFile } from '../edition-source.js';
import { footnotesOf } from '../footnotes-of.js';
import type { ShownFigure } from '../images/shown-images.js';
import { placeInSource } from '../place-in-source.js';
import { SourceError } from '../transform/gate.js';
import { TransformError, type Transformed } from '../transform/transform.js';
import { type ReadPdf, readPdf } from './conservation/read-pdf.js';
import { missingGlyphsIn, withGlyphNumbers } from './find-missing-glyphs.js';
import { romanOf, uprightOnly } from './fonts.js';
import { transformKept } from './kept-transforms.js';
import { findOverfull, measureOf } from './overfull/find-overfull.js';
import { tellOverfull } from './overfull/tell-overfull.js';
import { platesOf } from './plates.js';
import { type OwnSetting, pressFiles, settingFile } from './press-files.js';
import { pageOf, pressSettings } from './press-settings.js';
import { asPressSheets } from './press-sheets.js';
import { PrintError, type PrintProblem } from './print-error.js';
import type { PrintTemplate, ProofMarks } from './print-template.js';
import { asReadingCopy, type CopyFacts } from './reading-copy.js';
import { type Remark, withRemarks } from './remarks.js';
import { compose, mainFile, type TypesetOptions } from './typeset.js';
import { type TypesetDiagnostic, TypesetError } from './typeset-error.js';
import { withPrintableQueries } from './with-queries.js';

export interface PrintOptions {
  /**
   * What the PDF is for. `reading`: to be kept and read, PDF/A-2a (ISO 19005-2) and, where it can be, PDF/UA-1 (ISO 14289-1)
   * in one; `press`: for the printer, on sheets with crop marks; `screen`: to be looked at while the text is written, with the
   * pages as a drawing. Default: reading.
   */
  readonly use?: 'reading' | 'press' | 'screen';
  /** What the edition is called by its readers: `1.2`. */
  readonly release?: string | undefined;
  /** Default: what the volume says itself. */
  readonly template?: PrintTemplate | undefined;
  /** Only the documents are set, and the end notes that they call: a proof of them. */
  readonly proof?: boolean;
  /**
   * What stands round the pages of a proof. Default: that it is one; `none` for documents that are published by themselves.
   */
  readonly marks?: ProofMarks | 'none' | undefined;
  /** What is told on sheets before a proof beside what setting it shows. */
  readonly remarks?: readonly Remark[];
  /** The edition's own setting in the place of ours, and where it is from. */
  readonly setting?: OwnSetting | undefined;
  /** The date that the PDF bears. Default: 1 January 1970, so that the same edition gives the same bytes. */
  readonly date?: Date;
  /** The pictures in the running text of a file that lie ready. Default: none do, and their descriptions are set. */
  readonly figures?: (file: TeiFile) => readonly ShownFigure[];
  readonly signal?: AbortSignal;
  /** Called while the typesetter works, with the edition as it is set and whether its documents are set as their copies stand. */
  readonly meanwhile?: (edition: EditionSource, diplomatic: boolean) => void;
  /**
   * Looks the pages of a reading copy through while the typesetter tries them by PDF/UA-1, before anything is written into
   * their metadata. What it throws is thrown.
   *
   * @param warnings of what was printed after a fashion
   */
  readonly lookThrough?: (set: SetVolume, warnings: readonly PrintWarning[]) => Promise<void>;
  /** Called after each letter is made ready, and once more when the volume is set. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Something in a file that was printed after a fashion, and that an editor may want to see to. */
export interface PrintWarning {
  readonly code: 'unknown-element' | 'not-accessible' | 'missing-glyph' | 'overfull';
  readonly message: string;
  readonly path: string;
  /** Counts from 1. */
  readonly line?: number | undefined;
  /** What stands at the place, by which it is found in the file as it was given. */
  readonly words?: string | undefined;
}

/** The pages as the typesetter hands them back. */
export interface SetVolume {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** What was set: with the numbers of characters that the face lacks, where the volume prints those. */
  readonly edition: EditionSource;
  /** Whether the documents are set as their copies stand. */
  readonly diplomatic: boolean;
  /** What the PDF says; not of sheets for the press, which are not tagged. */
  readonly read: ReadPdf | undefined;
}

export interface PrintedVolume extends SetVolume {
  readonly warnings: readonly PrintWarning[];
  /** The pages one under the other, as SVG; only for the screen. */
  readonly drawing?: string;
}

/**
 * Prints an edition as one PDF: title leaves, contents, front matter, documents and notes. The letters are set in the
 * order in which they are given.
 *
 * The same edition and options give the same bytes. The PDF is tagged, has an outline, page labels and metadata.
 * Elements without a template are set as plain text and reported as warnings.
 *
 * @throws {PrintError} when a file cannot be read or set, a note that is called does not exist, or the typeface lacks a
 *   character.
 * @throws {TypesetError} when the typesetter passes a limit or dies.
 */
export async function printVolume(
  edition: EditionSource,
  options: PrintOptions = {},
): Promise<PrintedVolume> {
  const { signal, onProgress } = options;
  const page = pageOf(edition.volume.source, options.template);
  const diplomatic = page.template === 'documentary diplomatic';
  const isProof = options.proof === true || options.template === 'proof';
  const marks =
    isProof && options.use !== 'screen' && options.marks !== 'none'
      ? (options.marks ?? { stage: 'Proof', revision: '', date: '' })
      : undefined;
  const roman = romanOf(page.face);
  const problems: PrintProblem[] = [];
  const warnings: PrintWarning[] = [];
  const withGlyphs = (file: TeiFile): TeiFile => {
    const missing = missingGlyphsIn(file, roman);
    if (missing.length === 0) return file;
    if (page.missingGlyphs === 'stop') {
      problems.push(...missing);
      return file;
    }
    warnings.push(...missing.map((each) => ({ code: 'missing-glyph' as const, ...each })));
    return { ...file, source: withGlyphNumbers(file.source, roman) };
  };
  const volume = withGlyphs(edition.volume);
  const letters = edition.letters.map(withGlyphs);
  const total = letters.length + 1;
  const take = (file: TeiFile, stylesheet: string, parameters: Record<string, string> = {}): string => {
    try {
      const source = marks ? withPrintableQueries(file.source, roman) : file.source;
      const { result, messages } = transformKept(stylesheet, source, parameters);
      warnings.push(...unknownElements(file, messages));
      return result;
    } catch (error) {
      problems.push(asProblem(file, error));
      return '';
    }
  };

  const upright = uprightOnly(
    page.face,
    [volume, ...letters].map(({ source }) => source.normalize('NFC')).join(''),
  );
  const plates = platesOf(edition.letters, options.figures);
  const files: Record<string, string | Uint8Array> = {
    ...plates.files,
    ...pressFiles(options.setting),
    'settings.json': pressSettings(page, options.proof === true, upright, marks),
    'figures.typ': take(volume, 'print/figures'),
    'documents.typ': documentsFile([...letters.keys()]),
  };
  const footnotes = footnotesOf(volume.source);
  const main = take(volume, 'print/volume', {
    ...dateParameter(options.date),
    footnotes,
    proof: options.proof ? 'yes' : 'no',
  });
  const paths = new Map([
    [mainFile, volume.path],
    ['figures.typ', volume.path],
    ...(options.setting ? [[settingFile, options.setting.path] as const] : []),
  ]);
  for (const [index, letter] of letters.entries()) {
    const file = letterFile(index);
    paths.set(file, letter.path);
    files[file] = take(letter, 'print/letter', {
      id: fileStem(letter.path),
      footnotes,
      diplomatic: diplomatic ? 'yes' : 'no',
      ...plates.parameter(letter),
    });
    onProgress?.(index + 1, total);
    if (index % 16 === 15) await setImmediate();
    signal?.throwIfAborted();
  }
  if (problems.length > 0) throw new PrintError(problems);

  const asSet = { ...edition, volume, letters };
  try {
    const { pdf, pages, unmet, drawing } = await compose(main, {
      files,
      meanwhile: () => options.meanwhile?.(asSet, diplomatic),
      ...exports[options.use ?? 'reading'],
      ...(signal ? { signal } : {}),
    });
    const read = options.use === 'press' ? undefined : await readPdf(pdf);
    const set: SetVolume = { pdf, pages, edition: asSet, diplomatic, read };
    if (read && options.setting === undefined) {
      // An edition's own setting may have its own measure.
      const measure = measureOf(page, marks !== undefined);
      const wide = findOverfull(read, measure, page.size);
      const told = tellOverfull(wide, read, set.edition, { isProof: options.proof === true, diplomatic });
      if (page.overfullLines === 'stop' && told.length > 0) throw new PrintError(told);
      warnings.push(...told.map((each) => ({ code: 'overfull' as const, ...each })));
    }
    if (drawing !== undefined) return { ...set, warnings, drawing };
    if (options.use === 'press') {
      const sheets = await asPressSheets(pdf);
      onProgress?.(total, total);
      return { ...set, pdf: sheets, warnings };
    }
    const [kept] = await Promise.all([unmet, options.lookThrough?.(set, warnings)]);
    warnings.push(...inaccessible(volume, kept));
    const remarks = marks ? [...(options.remarks ?? []), ...warnings] : [];
    if (remarks.length > 0) {
      const told = await withRemarks(pdf, remarks, roman, { files, ...(signal ? { signal } : {}) });
      onProgress?.(total, total);
      return { ...set, pdf: told.pdf, pages: pages + told.sheets, warnings };
    }
    const whole = asReadingCopy(pdf, factsOf(volume, options.release), kept.length === 0);
    onProgress?.(total, total);
    return { ...set, pdf: whole, warnings };
  } catch (error) {
    if (!(error instanceof TypesetError) || error.failure !== 'source') throw error;
    const culprit =
      placeOf(error.diagnostics, paths) ?? (await findCulprit(main, files, letters, options)) ?? volume.path;
    throw new PrintError(placed(error.diagnostics, paths, culprit), { cause: error });
  }
}

/** What the typesetter is asked for. */
const exports = {
  reading: { standard: 'a-2a', meets: 'ua-1' },
  press: { standard: '1.7', tagged: false },
  screen: { standard: '1.7', drawn: true },
} as const satisfies Readonly<Record<string, TypesetOptions>>;

function factsOf({ source }: TeiFile, release: string | undefined): CopyFacts {
  const { publishers, availability, licence } = readPublication(parseTree(source));
  return { release, publishers, availability, licence };
}

function inaccessible({ path }: TeiFile, unmet: readonly string[]): PrintWarning[] {
  return unmet.length === 0
    ? []
    : [
        {
          code: 'not-accessible',
          message: `The PDF does not meet PDF/UA-1, and does not say that it does: ${unmet.join('; ')}.`,
          path,
        },
      ];
}

function letterFile(index: number): string {
  return `letter-${index + 1}.typ`;
}

/** The documents in order. Their functions are imported under a number, since an address may be any XML name. */
function documentsFile(indices: readonly number[]): string {
  const imports = indices.map((index) => `#import "${letterFile(index)}" as letter-${index + 1}\n`);
  const calls = indices.map((index) => `  letter-${index + 1}.document(first: ${index === indices[0]})\n`);
  return `${imports.join('')}#let documents() = {\n${calls.join('')}}\n`;
}

function dateParameter(date: Date | undefined): Record<string, string> {
  return date ? { date: date.toISOString().slice(0, 10) } : {};
}

/** Each name once, where it stands first. */
function unknownElements({ path, source }: TeiFile, messages: Transformed['messages']): PrintWarning[] {
  const places = new Map<string, string>();
  for (const { name, attributes } of messages)
    if (name === 'unknown-element' && !places.has(attributes.name ?? ''))
      places.set(attributes.name ?? '', attributes.path ?? '');
  return [...places].map(([name, place]) => ({
    code: 'unknown-element',
    message: `The element <${name}> has no place in the printed volume; its text is set as plain text.`,
    path,
    line: placeInSource(source, place).line,
  }));
}

function asProblem({ path }: TeiFile, error: unknown): PrintProblem {
  if (error instanceof SourceError || error instanceof TransformError)
    return { path, message: error.message };
  throw error;
}

/** The first file of the edition that the typesetter's complaints name, not counting the volume's list. */
function placeOf(
  diagnostics: readonly TypesetDiagnostic[],
  paths: ReadonlyMap<string, string>,
): string | undefined {
  return diagnostics.map(({ file }) => paths.get(file ?? '')).find((path) => path !== undefined);
}

/**
 * The letter at which setting fails, where the typesetter names only the place in the setting that failed. Halves the
 * letters until one is left; `undefined` when they fail only together, or the volume fails without them.
 */
async function findCulprit(
  main: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  letters: readonly TeiFile[],
  options: PrintOptions,
): Promise<string | undefined> {
  const fails = async (indices: readonly number[]): Promise<boolean> => {
    try {
      await compose(main, {
        files: { ...files, 'documents.typ': documentsFile(indices) },
        ...exports[options.use ?? 'reading'],
        ...(options.signal ? { signal: options.signal } : {}),
      });
      return false;
    } catch (error) {
      if (error instanceof TypesetError && error.failure === 'source') return true;
      throw error;
    }
  };
  if (await fails([])) return undefined;
  let suspects = [...letters.keys()];
  while (suspects.length > 1) {
    const half = suspects.slice(0, suspects.length / 2);
    if (await fails(half)) suspects = half;
    else suspects = suspects.slice(half.length);
  }
  const [only] = suspects;
  return only !== undefined && (await fails(suspects)) ? letters[only]?.path : undefined;
}

/** The typesetter's complaints, each with the file of the edition that it is about. */
function placed(
  diagnostics: readonly TypesetDiagnostic[],
  paths: ReadonlyMap<string, string>,
  culprit: string,
): PrintProblem[] {
  // What a fault was reached through is told too, and says nothing to an editor.
  return diagnostics
    .filter(({ message }, index) => index === 0 || !/^(import|while calling .*)$/.test(message))
    .map(({ file, message }) => ({ path: paths.get(file ?? '') ?? culprit, message: inPlainWords(message) }));
}

function inPlainWords(message: string): string {
  const panic = /^panicked with: "(.*)"$/s.exec(message)?.[1];
  if (panic) {
    return panic
      .replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/\\(["\\])/g, '$1');
  }
  const glyph = /the text `"?\\?"?(.*?)\\?"?"?` could not be displayed with font/s.exec(message)?.[1];
  if (glyph) return `The typeface has no character “${glyph}”.`;
  return message;
}

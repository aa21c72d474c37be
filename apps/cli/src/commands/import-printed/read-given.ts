import { readFile, stat } from 'node:fs/promises';
import {
  type Decisions,
  lineOfError,
  NotAText,
  RuleError,
  type RuleSettings,
  readDecisions,
  readRuleSettings,
  readText,
  SettingsError,
} from '@chancery/importing';
import { archiveOf } from '@chancery/importing/archive';
import { DocumentRefused, isDocumentName, type LeftOut, readDocumentAside } from '@chancery/importing/node';
import type { CommandIo } from '../../command-io.js';
import { letterFiles } from './letter-files.js';

/** The files that an import is given, by their paths. */
export interface GivenFiles {
  /** The text; or folders and files that hold a letter each. */
  readonly texts: readonly string[];
  readonly rules: string | undefined;
  readonly decisions: string | undefined;
}

/** What they hold. */
export interface Given {
  readonly source: string;
  /** Where the text is a document of a word processor: what of it is not in `source`. */
  readonly left: readonly LeftOut[] | undefined;
  readonly rules: RuleSettings | undefined;
  readonly decisions: Decisions | undefined;
  /** A mistake in one of them on one line, with the line that it stands in. */
  mistake(error: SettingsError): string;
}

/** Reads the files; undefined where one cannot be used, which has been told then. */
export async function readGiven(files: GivenFiles, io: CommandIo): Promise<Given | undefined> {
  let file = files.texts.join(', ');
  const texts = new Map<string, string>();
  const load = async (path: string): Promise<string> => {
    file = path;
    const text = readText(await readFile(path));
    texts.set(path, text);
    return text;
  };
  const loadText = async (paths: readonly string[]) => {
    const [path = '', ...more] = paths;
    if (more.length > 0 || (await stat(path)).isDirectory())
      return readDocumentAside('letters.zip', archiveOf(await letterFiles(paths)), { signal: io.signal });
    if (!isDocumentName(path)) return { text: await load(path), left: undefined };
    file = path;
    return readDocumentAside(path, await readFile(path), { signal: io.signal });
  };
  const mistake = (error: SettingsError): string => {
    const path = (error instanceof RuleError ? files.rules : files.decisions) ?? files.texts.join(', ');
    const line = lineOfError(texts.get(path) ?? '', error);
    return `${path}${line === undefined ? '' : `:${line}`}: error: ${error.message}\n`;
  };
  try {
    const { text, left } = await loadText(files.texts);
    return {
      source: text,
      left,
      rules: files.rules === undefined ? undefined : readRuleSettings(await load(files.rules)),
      decisions: files.decisions === undefined ? undefined : readDecisions(await load(files.decisions)),
      mistake,
    };
  } catch (error) {
    if (error instanceof SettingsError) io.err(mistake(error));
    else if (error instanceof NotAText) io.err(`${file}: error: The file ${error.message}\n`);
    else if (error instanceof DocumentRefused) io.err(`${file}: error: ${error.message} ${error.advice}\n`);
    else if (error instanceof Error && 'code' in error)
      io.err(`${file}: error: The file cannot be read (${error.code}).\n`);
    else throw error;
    return undefined;
  }
}

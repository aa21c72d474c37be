import type {
  Corrections,
  PrintedAnswer,
  PrintedDecision,
  PrintedHead,
  PrintedLines,
  RuleTrial,
} from '@chancery/server/api';
import { ask } from './ask.js';
import { api } from './client.js';

/** The endings and media types of what a printed volume can be read from. */
export const printedSources = '.md,.markdown,.txt,.docx,.odt,.zip,text/plain,text/markdown';

const imports = api.editions[':editionId']['printed-imports'];
const one = imports[':importId'];

/** Which import of which edition. */
export interface ImportAddress {
  readonly editionId: string;
  readonly importId: string;
}

/** The texts that were sent, the latest first. */
export async function getPrintedImports(editionId: string): Promise<PrintedHead[]> {
  return (await (await imports.$get({ param: { editionId } })).json()).imports;
}

/** Sends a text, under an identifier of one's own, so that it can be sent again. */
export async function putPrintedText({ editionId, importId }: ImportAddress, file: File): Promise<void> {
  await sendFile(`/api/editions/${encodeURIComponent(editionId)}/printed-imports/${importId}`, file);
}

async function sendFile(path: string, file: File): Promise<void> {
  await ask(`${path}?${new URLSearchParams({ name: file.name })}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
}

export async function getPrintedImport(param: ImportAddress): Promise<PrintedAnswer> {
  return (await one.$get({ param: { ...param } })).json();
}

export async function cancelPrintedImport(param: ImportAddress): Promise<void> {
  await one.$delete({ param: { ...param } });
}

/** Decides doubts; one without choice and value is open again. */
export async function decideDoubts(
  param: ImportAddress,
  decisions: readonly PrintedDecision[],
): Promise<PrintedAnswer> {
  return (await one.decisions.$post({ param: { ...param }, json: { decisions: [...decisions] } })).json();
}

export async function putRules(
  param: ImportAddress,
  rules: Record<string, string[]>,
): Promise<PrintedAnswer> {
  return (await one.rules.$put({ param: { ...param }, json: { rules } })).json();
}

/** What the patterns of a rule fit in the text. */
export async function tryRule(param: ImportAddress, rule: string, patterns: string[]): Promise<RuleTrial> {
  return (await one['rule-trials'].$post({ param: { ...param }, json: { rule, patterns } })).json();
}

export type LineOutcome = PrintedLines['lines'][number]['outcome'];

/** How many lines come at once. */
const atOnce = 200;

/** The account of the lines, from a place on. */
export async function getPrintedLines(
  param: ImportAddress,
  outcome: LineOutcome | undefined,
  offset: number,
): Promise<PrintedLines> {
  const query = { offset: String(offset), limit: String(atOnce), ...(outcome ? { outcome } : {}) };
  return (await one.lines.$get({ param: { ...param }, query })).json();
}

/** Puts a corrected text in the place of one that was sent. */
export async function putCorrectedText({ editionId, importId }: ImportAddress, file: File): Promise<void> {
  await sendFile(`/api/editions/${encodeURIComponent(editionId)}/printed-imports/${importId}/source`, file);
}

/** Brings a corrected text into the letters that were made of the former one. */
export async function bringCorrections(param: ImportAddress): Promise<Corrections> {
  return (await one.corrections.$post({ param: { ...param } })).json();
}

/** Brings the letters in; answers the edition that they make. */
export async function bringIn(param: ImportAddress): Promise<string> {
  return (await (await one.edition.$post({ param: { ...param } })).json()).editionId;
}

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

const ofEdition = api.editions[':editionId']['printed-imports'];
const alone = api['printed-imports'];
const one = alone[':importId'];

/** Which import, and at the desk of which edition it is looked at: undefined in a house without any. */
export interface ImportAddress {
  readonly editionId: string | undefined;
  readonly importId: string;
}

/** The texts that were sent, the latest first. */
export async function getPrintedImports(editionId: string | undefined): Promise<PrintedHead[]> {
  const answer = await (editionId === undefined ? alone.$get() : ofEdition.$get({ param: { editionId } }));
  return (await answer.json()).imports;
}

/** Sends a text, under an identifier of one's own, so that it can be sent again. */
export async function putPrintedText({ editionId, importId }: ImportAddress, file: File): Promise<void> {
  const at = editionId === undefined ? '' : `/editions/${encodeURIComponent(editionId)}`;
  await sendFile(`/api${at}/printed-imports/${importId}`, file);
}

async function sendFile(path: string, file: File): Promise<void> {
  await ask(`${path}?${new URLSearchParams({ name: file.name })}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
}

export async function getPrintedImport({ importId }: ImportAddress): Promise<PrintedAnswer> {
  return (await one.$get({ param: { importId } })).json();
}

export async function cancelPrintedImport({ importId }: ImportAddress): Promise<void> {
  await one.$delete({ param: { importId } });
}

/** Decides doubts; one without choice and value is open again. */
export async function decideDoubts(
  { importId }: ImportAddress,
  decisions: readonly PrintedDecision[],
): Promise<PrintedAnswer> {
  return (await one.decisions.$post({ param: { importId }, json: { decisions: [...decisions] } })).json();
}

export async function putRules(
  { importId }: ImportAddress,
  rules: Record<string, string[]>,
): Promise<PrintedAnswer> {
  return (await one.rules.$put({ param: { importId }, json: { rules } })).json();
}

/** What the patterns of a rule fit in the text. */
export async function tryRule(
  { importId }: ImportAddress,
  rule: string,
  patterns: string[],
): Promise<RuleTrial> {
  return (await one['rule-trials'].$post({ param: { importId }, json: { rule, patterns } })).json();
}

export type LineOutcome = PrintedLines['lines'][number]['outcome'];

/** How many lines come at once. */
const atOnce = 200;

/** The account of the lines, from a place on. */
export async function getPrintedLines(
  { importId }: ImportAddress,
  outcome: LineOutcome | undefined,
  offset: number,
): Promise<PrintedLines> {
  const query = { offset: String(offset), limit: String(atOnce), ...(outcome ? { outcome } : {}) };
  return (await one.lines.$get({ param: { importId }, query })).json();
}

/** Puts a corrected text in the place of one that was sent. */
export async function putCorrectedText({ importId }: ImportAddress, file: File): Promise<void> {
  await sendFile(`/api/printed-imports/${importId}/source`, file);
}

/** Brings a corrected text into the letters that were made of the former one. */
export async function bringCorrections({ importId }: ImportAddress): Promise<Corrections> {
  return (await one.corrections.$post({ param: { importId } })).json();
}

/** Brings the letters in; answers the edition that they make. */
export async function bringIn({ importId }: ImportAddress): Promise<string> {
  return (await (await one.edition.$post({ param: { importId } })).json()).editionId;
}

import type {
  AppType,
  AuthorshipAnswer,
  Collation,
  Decided,
  Decision,
  DecisionRequest,
  EditionHead,
  EditionList,
  EditionSchemas,
  FileToMendAnswer,
  Keeping,
  KeyingRow,
  LetterDetail,
  LetterHistory,
  LetterVersion,
  Mended,
  NamedVersion,
  Proposal,
  PublicationAnswer,
  PublicationPart,
  ReadSuggestion,
  SessionAnswer,
  SuggestionList,
  TakenSteps,
} from '@chancery/server/api';
import { hc } from 'hono/client';
import { ask } from './ask.js';

/** The server's routes, typed from the server itself. Every answer that arrives here is a success. */
export const { api } = hc<AppType>('/', { fetch: ask });

export async function getSession(): Promise<SessionAnswer> {
  return (await api.session.$get()).json();
}

/** The editions that one belongs to, and whether one may make others. */
export async function getEditions(): Promise<EditionList> {
  return (await api.editions.$get()).json();
}

/** An edition, without its letters. */
export async function getHead(editionId: string): Promise<EditionHead> {
  return (await api.editions[':editionId'].head.$get({ param: { editionId } })).json();
}

/** A letter, from a state that is no later than version `since`, where changes upon that version are to be led on. */
export async function getLetter(letterId: string, since?: number): Promise<LetterDetail> {
  const query = since === undefined ? {} : { since: String(since) };
  return (await api.letters[':letterId'].$get({ param: { letterId }, query })).json();
}

/** A file that is not well-formed XML, with its text. */
export async function getFileToMend(fileId: string): Promise<FileToMendAnswer> {
  return (await api['files-to-mend'][':fileId'].$get({ param: { fileId } })).json();
}

/** Keeps the file’s text in other words, upon a version of it. */
export async function putFileToMend(fileId: string, version: number, source: string): Promise<Mended> {
  const json = { version, source };
  return (await api['files-to-mend'][':fileId'].$put({ param: { fileId }, json })).json();
}

/** Makes the mended file a letter, and gives the letter’s id. */
export async function makeLetter(fileId: string, version: number): Promise<string> {
  const answer = await api['files-to-mend'][':fileId'].letter.$post({ param: { fileId }, json: { version } });
  return (await answer.json()).letterId;
}

/** The schemas that the edition has of its own. */
export async function getSchemas(editionId: string): Promise<EditionSchemas> {
  return (await api.editions[':editionId'].schemas.$get({ param: { editionId } })).json();
}

/** Gives the edition schemas of its own, or Chancery’s back. */
export async function putSchemas(editionId: string, schemas: EditionSchemas): Promise<EditionSchemas> {
  return (await api.editions[':editionId'].schemas.$put({ param: { editionId }, json: schemas })).json();
}

/** Starts the press on a volume, to make all of its parts or some. */
export async function publish(editionId: string, only: readonly PublicationPart[]): Promise<{ id: string }> {
  const order = { param: { editionId }, json: { only: [...only] } };
  return (await api.editions[':editionId'].publications.$post(order)).json();
}

export async function cancelPublication(publicationId: string): Promise<PublicationAnswer> {
  return (await api.publications[':publicationId'].cancellation.$post({ param: { publicationId } })).json();
}

export async function getPublication(publicationId: string): Promise<PublicationAnswer> {
  return (await api.publications[':publicationId'].$get({ param: { publicationId } })).json();
}

/** What is suggested for a letter. */
export async function getSuggestions(letterId: string): Promise<SuggestionList> {
  return (await api.letters[':letterId'].suggestions.$get({ param: { letterId } })).json();
}

/** Suggests, or changes what one has suggested; gives what became of each. */
export async function putSuggestions(
  letterId: string,
  suggestions: readonly Proposal[],
): Promise<readonly Keeping[]> {
  const json = { suggestions: [...suggestions] };
  return (await (await api.letters[':letterId'].suggestions.$put({ param: { letterId }, json })).json())
    .outcomes;
}

/** Decides about suggestions; gives what became of each. Withdrawing, and taking that back, is for the author. */
export async function decideSuggestions(
  letterId: string,
  decision: Decision,
  suggestions: readonly ReadSuggestion[],
  given: { readonly reason: string; readonly own: boolean },
): Promise<readonly Decided[]> {
  const route = api.letters[':letterId'].suggestions;
  const param = { letterId };
  const of = [...suggestions];
  const answer =
    decision === 'withdraw' || (decision === 'take-back' && given.own)
      ? await route.withdrawals.$post({ param, json: { decision, suggestions: of } })
      : await route.decisions.$post({ param, json: { decision, reason: given.reason, suggestions: of } });
  return (await answer.json()).outcomes;
}

/** The letters of a volume that are keyed twice. */
export async function getKeyings(editionId: string): Promise<readonly KeyingRow[]> {
  return (await (await api.editions[':editionId'].keyings.$get({ param: { editionId } })).json()).letters;
}

/** The two keyings of a letter, and what is decided of their differences. */
export async function getCollation(letterId: string): Promise<Collation> {
  return (await api.letters[':letterId'].collation.$get({ param: { letterId } })).json();
}

/** Has a letter keyed by two transcribers. */
export async function beginKeying(letterId: string, a: string, b: string): Promise<Collation> {
  return (await api.letters[':letterId'].collation.$post({ param: { letterId }, json: { a, b } })).json();
}

/** Hands one’s own keying of a letter in. */
export async function handKeyingIn(letterId: string): Promise<Collation> {
  return (await api.letters[':letterId'].collation['hand-in'].$post({ param: { letterId } })).json();
}

/** Decides of a discrepancy, or takes the decision back with `null`. */
export async function decideDiscrepancy(
  letterId: string,
  place: number,
  decision: DecisionRequest | null,
): Promise<Collation> {
  const route = api.letters[':letterId'].collation.discrepancies[':place'];
  const param = { letterId, place: String(place) };
  return (await (decision ? route.$put({ param, json: decision }) : route.$delete({ param }))).json();
}

/** Makes the letter of its two keyings. */
export async function makeOfKeyings(letterId: string): Promise<Collation> {
  return (await api.letters[':letterId'].collation.letter.$post({ param: { letterId } })).json();
}

/** The members of an edition. */
export async function getMembers(editionId: string) {
  return (await (await api.editions[':editionId'].members.$get({ param: { editionId } })).json()).members;
}

/** Who made a version of a letter. */
export async function handAt(letterId: string, version: number): Promise<string | undefined> {
  const query = { after: String(version - 1), upTo: String(version) };
  const { people } = await (await api.letters[':letterId'].steps.$get({ param: { letterId }, query })).json();
  return people[0]?.name;
}

/** A part of the history of a letter: the stretches of work that ended before a version or with it, or the latest ones. */
export async function getHistory(letterId: string, before?: number): Promise<LetterHistory> {
  const query = before === undefined ? {} : { before: String(before) };
  return (await api.letters[':letterId'].revisions.$get({ param: { letterId }, query })).json();
}

/** Names a version, or the letter as it is now. */
export async function nameVersion(letterId: string, label: string, version?: number): Promise<NamedVersion> {
  const json = version === undefined ? { label } : { label, version };
  return (await api.letters[':letterId'].revisions.$post({ param: { letterId }, json })).json();
}

/** Calls a version by another name. */
export async function renameVersion(
  letterId: string,
  revisionId: string,
  label: string,
): Promise<NamedVersion> {
  const param = { letterId, revisionId };
  const answer = await api.letters[':letterId'].revisions[':revisionId'].$patch({ param, json: { label } });
  return answer.json();
}

/** Leads the letter back to a former version; answers the version that it has now. */
export async function restoreVersion(letterId: string, version: number): Promise<number> {
  const answer = await api.letters[':letterId'].restorations.$post({
    param: { letterId },
    json: { version },
  });
  return (await answer.json()).version;
}

/** A letter as it was at a version. */
export async function getVersion(letterId: string, version: number): Promise<LetterVersion> {
  const param = { letterId, version: String(version) };
  return (await api.letters[':letterId'].versions[':version'].$get({ param })).json();
}

/** The TEI of a version. */
export async function getTeiOfVersion(letterId: string, version: number): Promise<string> {
  const param = { letterId, version: String(version) };
  return (await api.letters[':letterId'].versions[':version'].tei.$get({ param })).text();
}

/** Steps of the log that follow a version, with who took each. */
export async function getSteps(letterId: string, after: number, upTo: number): Promise<TakenSteps> {
  const query = { after: String(after), upTo: String(upTo) };
  return (await api.letters[':letterId'].steps.$get({ param: { letterId }, query })).json();
}

/** Who wrote the letter at a version, or what stands there between two positions. */
export async function getAuthorship(
  letterId: string,
  version: number,
  range?: { readonly from: number; readonly to: number },
): Promise<AuthorshipAnswer> {
  const query = {
    version: String(version),
    ...(range ? { from: String(range.from), to: String(range.to) } : {}),
  };
  return (await api.letters[':letterId'].authorship.$get({ param: { letterId }, query })).json();
}

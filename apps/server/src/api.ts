/**
 * The server as its clients see it: types only, nothing that runs.
 *
 * `AppType` is for Hono's typed client: `hc<AppType>('/')`.
 */
export type { AppType } from './app.js';
export type { AccountAnswer, SignInWays } from './contract/account.js';
export type { AuditAction, AuditFilter, AuditPage, AuditRow } from './contract/audit.js';
export type {
  CalendarFilter,
  CalendarLine,
  CalendarOrder,
  CalendarSummary,
  CalendarWindow,
} from './contract/calendar.js';
export type {
  CommentAnswer,
  Correction,
  LetterThreads,
  NewComment,
  NewThread,
  ThreadAnswer,
  ThreadSubject,
} from './contract/comment.js';
export type {
  EditionDetail,
  EditionHead,
  EditionList,
  EditionSchemas,
} from './contract/edition.js';
export type { EmendationList, EmendationRow, EmendationsQuery } from './contract/emendation.js';
export type { FileToMendAnswer, Mended } from './contract/file-to-mend.js';
export type {
  AuthorshipAnswer,
  HistoryEntry,
  LetterHistory,
  LetterVersion,
  NamedVersion,
  RevisionPoint,
  TakenSteps,
} from './contract/history.js';
export type { Inbox, InboxItem, InboxRead } from './contract/inbox.js';
export type { Collation, DecisionRequest, KeyingRow } from './contract/keying.js';
export type { LetterDetail, LetterRow, StepJson, StoredStep } from './contract/letter.js';
export type { LetterPagesAnswer } from './contract/letter-pages.js';
export type {
  ClientMessage,
  HelloMessage,
  HereMessage,
  PermissionMessage,
  PresenceMessage,
  Present,
  RefusalCode,
  RefusedMessage,
  ServerMessage,
  StepsMessage,
  StoredStepsMessage,
  Topic,
} from './contract/live.js';
export type { LinkedImages, LinkRequest, ManifestLeaves } from './contract/manifest.js';
export type { NewLetterRequest } from './contract/new-letter.js';
export type {
  NoteDecisionRequest,
  NoteDetail,
  NoteList,
  NoteReadRequest,
  NoteRow,
  NotesQuery,
  NoteToWrite,
  NoteWording,
} from './contract/note.js';
export type {
  AddedImage,
  KnownImages,
  LetterImages,
  PageImageAnswer,
  PageImageChange,
  PageImageList,
  ReadingSoFar,
} from './contract/page-image.js';
export type {
  Acceptance,
  InvitationAnswer,
  InvitationRequest,
  InvitationView,
  IssuedInvitation,
  IssuedLink,
  MemberAnswer,
} from './contract/people.js';
export type {
  Corrections,
  PrintedAnswer,
  PrintedDecision,
  PrintedDoubt,
  PrintedHead,
  PrintedLines,
  PrintedRule,
  RuleTrial,
} from './contract/printed-import.js';
export type { Problem, ProblemKind } from './contract/problem.js';
export type { PublicationAnswer, PublicationPart } from './contract/publication.js';
export type { RecognitionAnswer } from './contract/recognition.js';
export type { LetterReferences } from './contract/reference.js';
export type {
  EntryAnswer,
  EntryFactsJson,
  MoveRequest,
  NamesAnswer,
  RegisterAnswer,
} from './contract/register.js';
export type {
  PreflightAnswer,
  PreflightCheck,
  ReleaseAnswer,
  ReleaseChanges,
  ReleaseList,
  ReleaseRequest,
} from './contract/release.js';
export type {
  ReplacementAnswer,
  ReplacementDecision,
  ReplacementDetail,
  ReplacementRequest,
} from './contract/replacement.js';
export type { ReturnedOutcome, ReturnedPlan, SeriesChoice } from './contract/returned-files.js';
export type { SearchAnswer, SearchHit, SearchLetter } from './contract/search.js';
export type { Person, SessionAnswer } from './contract/session.js';
export type {
  AssignRequest,
  BulkMoved,
  BulkOutcome,
  CheckOutcome,
  LetterStanding,
  QueueEntry,
  ReadingEntry,
} from './contract/stage.js';
export type {
  Decided,
  Decision,
  Keeping,
  Proposal,
  ReadSuggestion,
  SuggestionList,
  SuggestionRow,
} from './contract/suggestion.js';
export type { MendChoice, TeiVolumePlan } from './contract/tei-volume.js';
export type {
  ArrangedVolume,
  Arrangement,
  OrderedDocument,
  VolumeFacts,
  VolumeSettingsRequest,
} from './contract/volume.js';
export type { Surroundings, Targets, VolumeLine } from './contract/volume-line.js';

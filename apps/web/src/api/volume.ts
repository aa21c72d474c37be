import type { EditionHead, PublicationAnswer } from '@chancery/server/api';
import type { Endnote, FrontPiece, VolumeMetadata } from '@chancery/tei';
import { withoutCapitals } from '../letters/title-case.js';

/** A volume as the desk shows it on every screen, without its letters: see `getSurroundings` and `findTargets`. */
export interface Volume {
  id: string;
  /** What it is called in few words: “Volume Two”. */
  label: string;
  /** The line over its title, and the title. */
  over: string;
  title: string;
  role: string;
  mayPublish: boolean;
  mayImport: boolean;
  mayManageImages: boolean;
  maySetSchemas: boolean;
  mayManageMembers: boolean;
  mayReadLog: boolean;
  publication: PublicationAnswer | null;
  /** The volume's own file, and the pieces of the front matter in it, for those who may open it. */
  fileId: string | null;
  front: readonly { readonly anchor: string | undefined; readonly title: string }[];
  endnotes: readonly Endnote[];
  persons: VolumeMetadata['persons'];
  dateRule: VolumeMetadata['dateRule'];
  dateStyle: VolumeMetadata['dateStyle'];
  noteRules: VolumeMetadata['noteRules'];
  places: VolumeMetadata['places'];
  organisations: VolumeMetadata['organisations'];
  bibliography: VolumeMetadata['bibliography'];
  /** The languages of the volume, the main one first, and that of a letter that says nothing of its own. */
  languages: VolumeMetadata['languages'];
  language: VolumeMetadata['language'];
}

/** Puts a volume together from what the server says of the edition and of the volume's own file, where it has one. */
export function toVolume({
  id,
  title,
  role,
  may,
  numbers,
  fileId,
  opensFile,
  volume,
  publication,
}: EditionHead): Volume {
  const { first, last } = numbers;
  const label = volume?.volume ?? title;
  const range = first === null || first === last ? `No. ${first}` : `Nos. ${first}–${last}`;
  return {
    id,
    label,
    over: [label, first === null ? '' : range].filter(Boolean).join(', '),
    title: (volume?.subtitle ?? title).replace(/\s*\([^)]*\)\s*$/u, ''),
    role: role.replaceAll('-', ' '),
    mayPublish: may.publish,
    mayImport: may.importLetters,
    mayManageImages: may.manageImages,
    maySetSchemas: may.setSchemas,
    mayManageMembers: may.manageMembers,
    mayReadLog: may.readLog,
    publication,
    fileId,
    front: opensFile ? (volume?.front ?? []).flatMap(pieceOf) : [],
    endnotes: volume?.endnotes ?? [],
    persons: volume?.persons ?? [],
    dateRule: volume?.dateRule ?? [],
    dateStyle: volume?.dateStyle,
    noteRules: volume?.noteRules ?? [],
    places: volume?.places ?? [],
    organisations: volume?.organisations ?? [],
    bibliography: volume?.bibliography ?? [],
    languages: volume?.languages ?? [],
    language: volume?.language ?? volume?.languages?.[0],
  };
}

/** A generated piece has no text of its own to go to. */
function pieceOf({ id, kind, title }: FrontPiece): Volume['front'][number][] {
  if (kind === 'contents') return [];
  if (kind === 'title-page') return [{ anchor: id, title: 'Title page' }];
  if (kind === 'commission') return [{ anchor: id, title: 'Commission' }];
  return [{ anchor: id, title: withoutCapitals(title ?? '') || (kind ?? '') }];
}

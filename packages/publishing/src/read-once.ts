import { type LetterMetadata, readMetadata, readVolume, type VolumeMetadata } from '@chancery/tei';
import { checkWellFormed, type WellFormednessError, type XmlElement } from '@chancery/xml';
import type { TeiFile } from './edition-source.js';

const faults = new WeakMap<TeiFile, { readonly fault: WellFormednessError | undefined }>();
const known = new WeakMap<TeiFile, LetterMetadata>();
const volumes = new WeakMap<TeiFile, VolumeMetadata>();

/** What keeps a file from being read, if something does. Looked for once: many steps of a publication ask. */
export function faultOf(file: TeiFile): WellFormednessError | undefined {
  const looked = faults.get(file) ?? { fault: checkWellFormed(file.source) };
  faults.set(file, looked);
  return looked.fault;
}

/**
 * What the file says of its letter, read once.
 *
 * @param tei the file's tree, where the caller has it
 */
export function metadataOf(file: TeiFile, tei?: XmlElement): LetterMetadata {
  const metadata = known.get(file) ?? readMetadata(tei ?? file.source);
  known.set(file, metadata);
  return metadata;
}

/** What the file of a volume says of it, read once. */
export function volumeOf(file: TeiFile): VolumeMetadata {
  const metadata = volumes.get(file) ?? readVolume(file.source);
  volumes.set(file, metadata);
  return metadata;
}

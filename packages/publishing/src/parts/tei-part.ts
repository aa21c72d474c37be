import { readFileSync } from 'node:fs';
import { readPublication, readVolume } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import { releaseMetadata } from '../citing/release-metadata.js';
import type { EditionSource } from '../edition-source.js';
import { type ZippedFile, zip } from '../zip.js';
import type { Part, PartWork } from './part.js';
import { partPaths } from './part-name.js';
import { volumeName } from './volume-name.js';

/** All files of the edition, each byte for byte as it is, with the schema that they keep to. */
export const teiPart: Part = {
  steps: () => 1,
  async make({ given, schemas, options, write, step }) {
    const root = readVolume(given.volume.source).id ?? 'edition';
    const files = [given.volume, ...given.documents.flatMap(({ file }) => file ?? [])];
    const archive: ZippedFile[] = [
      { path: 'README.txt', content: readme(given, options.release) },
      ...files.map(({ path, source, bytes }) => ({ path: `tei/${path}`, content: bytes ?? source })),
      ...schemaFiles(schemas),
      ...releaseMetadata(given, options),
    ];
    await write(
      partPaths.tei,
      zip(archive.map(({ path, content }) => ({ path: `${root}/${path}`, content }))),
    );
    step('TEI');
    return { published: { path: partPaths.tei }, warnings: [] };
  },
};

/** References of the files to `../schemas/letters.rng` lead here. */
function schemaFiles({ rng, sch }: NonNullable<EditionSource['schemas']> = {}): ZippedFile[] {
  const ours = (name: string) => readFileSync(new URL(`../../../../schemas/${name}`, import.meta.url));
  return [
    { path: 'schemas/letters.rng', content: rng ?? ours('letters.rng') },
    { path: 'schemas/letters.sch', content: sch ?? ours('letters.sch') },
    ...(rng === undefined ? [{ path: 'schemas/letters.odd', content: ours('letters.odd') }] : []),
  ];
}

function readme({ volume, documents }: PartWork['given'], release: string | undefined): string {
  const tei = parseTree(volume.source);
  const { availability, licence } = readPublication(tei);
  const letters = documents.filter(({ file }) => file).length;
  return [
    volumeName(readVolume(tei)),
    ...(release ? [`Release ${release}`] : []),
    '',
    `tei/       the encoded texts as the edition keeps them: the volume’s own file, ${volume.path}, and ${letters} documents.`,
    '           The volume’s file lists the documents in their order.',
    'schemas/   what they are checked against: RELAX NG and Schematron.',
    '',
    'The texts are in TEI, the format of the Text Encoding Initiative: https://tei-c.org/guidelines/',
    ...[availability, licence]
      .filter((words) => words !== undefined && words !== '')
      .map((words) => `\n${words}`),
    '',
  ].join('\n');
}

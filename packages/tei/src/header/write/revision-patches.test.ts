import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkWellFormed } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { CannotWrite } from './cannot-write.js';
import { type RevisionPoint, renamedRevisionPatches, revisionPatches } from './revision-patches.js';
import { patched } from './source-patch.js';

const repository = fileURLToPath(new URL('../../../../../', import.meta.url));

const point: RevisionPoint = {
  when: '2026-11-28',
  label: 'First transcription',
  by: [
    { name: 'Zoë O’Hara', resp: 'transcription' },
    { name: 'Editor One', resp: 'editing' },
  ],
};

const written = (source: string, said = point) => patched(source, revisionPatches(source, said));

const letter = `<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='editor-one'>
\t<teiHeader><!-- kept -->
\t\t<fileDesc>
\t\t\t<titleStmt>
\t\t\t\t<title>Ada to Charles</title>
\t\t\t</titleStmt>
\t\t\t<publicationStmt><p/></publicationStmt>
\t\t</fileDesc>
\t</teiHeader>
\t<text><body><p>Dear Babbage</p></body></text>
</TEI>
`;

describe('revisionPatches', () => {
  it('writes one change and one statement for each person, in the file’s own habits', () => {
    expect(written(letter)).toBe(
      letter
        .replace(
          '\t\t\t</titleStmt>',
          `\t\t\t\t<respStmt>
\t\t\t\t\t<resp>transcription</resp>
\t\t\t\t\t<persName xml:id='zoe-o-hara'>Zoë O’Hara</persName>
\t\t\t\t</respStmt>
\t\t\t\t<respStmt>
\t\t\t\t\t<resp>editing</resp>
\t\t\t\t\t<persName xml:id='editor-one-2'>Editor One</persName>
\t\t\t\t</respStmt>
\t\t\t</titleStmt>`,
        )
        .replace(
          '\t</teiHeader>',
          `\t\t<revisionDesc>
\t\t\t<change when='2026-11-28' who='#zoe-o-hara #editor-one-2'>First transcription</change>
\t\t</revisionDesc>
\t</teiHeader>`,
        ),
    );
  });

  it('writes nothing twice', () => {
    const once = written(letter);
    expect(revisionPatches(once, point)).toEqual([]);
    const later = written(once, { ...point, when: '2026-12-01', label: 'Second look' });
    expect(later.match(/<respStmt>/g)).toHaveLength(2);
    expect(later).toContain(`<revisionDesc>
\t\t\t<change when='2026-12-01' who='#zoe-o-hara #editor-one-2'>Second look</change>
\t\t\t<change when='2026-11-28'`);
  });

  it('takes up who is named already, and adds what else they did', () => {
    const named = letter.replace(
      '\t\t\t</titleStmt>',
      '\t\t\t\t<respStmt><resp>encoded by</resp><name>Editor  One</name></respStmt>\n\t\t\t</titleStmt>',
    );
    const now = written(named, { ...point, by: [{ name: 'Editor One', resp: 'editing' }] });
    expect(now).toContain(
      "<respStmt><resp>encoded by</resp><resp>editing</resp><name xml:id='editor-one-2'>Editor  One</name></respStmt>",
    );
    expect(now).toContain("who='#editor-one-2'");
  });

  it('goes last where the file has the newest last, and into its list', () => {
    const changes = `\t\t<revisionDesc><listChange>
\t\t\t<change when='2020-01-01'>begun</change>
\t\t\t<change when='2021-01-01'>ended</change>
\t\t</listChange></revisionDesc>\n\t</teiHeader>`;
    const now = written(letter.replace('\t</teiHeader>', changes), { ...point, by: [] });
    expect(now).toContain(`ended</change>
\t\t\t<change when='2026-11-28'>First transcription</change>
\t\t</listChange>`);
  });

  it('says why it cannot be written', () => {
    const list = letter.replace(
      '</teiHeader>',
      '<revisionDesc><list><item>x</item></list></revisionDesc></teiHeader>',
    );
    expect(() => revisionPatches(list, point)).toThrow(CannotWrite);
    expect(() => revisionPatches('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', point)).toThrow('no header');
    expect(() => revisionPatches(letter.replaceAll('titleStmt', 'x'), point)).toThrow('title statement');
  });
});

describe('renamedRevisionPatches', () => {
  const once = written(letter);
  it('changes the words, and nothing that somebody has changed since', () => {
    const renamed = patched(once, renamedRevisionPatches(once, point, 'Transcribed & <read>'));
    expect(renamed).toBe(once.replace('First transcription', 'Transcribed &amp; &lt;read&gt;'));
    expect(renamedRevisionPatches(renamed, point, 'other')).toEqual([]);
    expect(renamedRevisionPatches(letter, point, 'other')).toEqual([]);
  });

  it('takes the change out, with its list when it was the only one', () => {
    const gone = patched(once, renamedRevisionPatches(once, point, null));
    expect(gone).not.toContain('revisionDesc');
    const twice = written(once, { ...point, label: 'Again' });
    expect(patched(twice, renamedRevisionPatches(twice, { ...point, label: 'Again' }, null))).toBe(once);
  });
});

/** Letters of other projects, where they are at hand; the sample volume everywhere. */
const folders = [`${repository}corpus/letters`, `${repository}../shared/corpora`].filter((folder) =>
  existsSync(folder),
);

describe('in the letters of editions', () => {
  it.each(folders)('%s: it is well-formed, written once, and taken out again', (folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.xml'))
      .filter((_, index, all) => index % Math.ceil(all.length / 200) === 0);
    let count = 0;
    for (const file of files) {
      const source = readFileSync(`${folder}/${file}`, 'utf8');
      if (checkWellFormed(source)) continue;
      let now: string;
      try {
        now = written(source);
      } catch (error) {
        if (error instanceof CannotWrite) continue;
        throw error;
      }
      count += 1;
      expect(checkWellFormed(now), file).toBeUndefined();
      expect(revisionPatches(now, point), file).toEqual([]);
    }
    expect(count).toBeGreaterThan(0);
  });
});

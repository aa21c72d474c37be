import { readFileSync } from 'node:fs';
import { checkWellFormed, lineAndColumn } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { readVolume } from '../header/read-volume.js';
import { patched } from '../header/write/source-patch.js';
import { withGeneratedParts } from './generated-parts.js';
import type { VolumeEdit } from './volume-edit.js';
import { volumePatches } from './volume-patches.js';

const sample = readFileSync(new URL('../../../../corpus/volume.xml', import.meta.url), 'utf8');

function edited(source: string, edit: VolumeEdit): string {
  const after = patched(source, volumePatches(source, edit));
  expect(checkWellFormed(after)).toBeUndefined();
  return after;
}

describe('the statement of method', () => {
  it('is written beside what the header declares already, reworded and taken away again', () => {
    const stated = edited(sample, { change: 'method', value: ['Dashes & hyphens.', 'Blanks.'] });
    expect(stated).toContain('<normalization method="silent">');
    expect(readVolume(stated).silentMethod).toEqual(['Dashes & hyphens.', 'Blanks.']);
    const more = edited(stated, { change: 'method', value: ['Dashes.', 'Blanks.', 'Quotes.'] });
    expect(readVolume(more).silentMethod).toEqual(['Dashes.', 'Blanks.', 'Quotes.']);
    expect(readVolume(edited(more, { change: 'method', value: ['Dashes.'] })).silentMethod).toEqual([
      'Dashes.',
    ]);
    expect(edited(more, { change: 'method', value: [] })).toBe(sample);
  });

  it('makes its place in a header without one', () => {
    const bare = '<TEI><teiHeader><fileDesc/></teiHeader><text><body/></text></TEI>';
    expect(edited(bare, { change: 'method', value: ['Blanks.'] })).toContain(
      '<encodingDesc><editorialDecl><normalization method="silent"><p>Blanks.</p></normalization></editorialDecl></encodingDesc>',
    );
  });
});

describe('generated parts', () => {
  it('are asked for at the end of the volume, and no longer', () => {
    const asked = edited(sample, { change: 'generated', value: ['index', 'method', 'emendations'] });
    expect(readVolume(asked).generated).toEqual(['index', 'method', 'emendations']);
    expect(readVolume(asked).back.slice(-2)).toMatchObject([{ kind: 'method' }, { kind: 'emendations' }]);
    expect(edited(asked, { change: 'generated', value: ['index'] })).toBe(sample);
    expect(readVolume(edited(sample, { change: 'generated', value: [] })).generated).toEqual([]);
  });

  it('print all that the header declares of the method, and every emendation, in the lines that there were', () => {
    const asked = edited(edited(sample, { change: 'method', value: ['Blanks are <one>.'] }), {
      change: 'generated',
      value: ['index', 'method', 'emendations'],
    });
    const stalin = {
      id: 'stalin',
      heading: 'Stalin, J. V.',
      note: 'of the <U.S.S.R.>',
      named: [{ words: 'Foreword', target: '#foreword#name-1' }],
      from: [{ words: 'No. [5]', number: '[5]', target: 'letters/five.xml' }],
      to: [],
    };
    const made = withGeneratedParts(asked, {
      emendations: ['No. 1, title: A] B', 'C & D'],
      index: [stalin],
    });
    expect(checkWellFormed(made)).toBeUndefined();
    expect(made).toContain(
      '<head>EMENDATIONS</head><list type="emendations"><item>No. 1, title: A] B</item><item>C &amp; D</item>',
    );
    expect(made).toContain(
      '<div xml:id="index" type="index"><head>INDEX</head><list type="index"><item><term ref="#stalin">Stalin, J. V.</term>' +
        '<gloss>of the &lt;U.S.S.R.&gt;</gloss><ref type="named" target="#foreword#name-1">Foreword</ref>' +
        '<ref type="from" n="[5]" target="letters/five.xml">No. [5]</ref></item></list></div>',
    );
    expect(made).toMatch(/<head>EDITORIAL METHOD<\/head><p>The ordinal numbers.*<p>Blanks are &lt;one>?/);
    expect(lineAndColumn(made, made.length).line).toBe(lineAndColumn(asked, asked.length).line);
  });
});

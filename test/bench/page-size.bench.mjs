import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { publishEdition } from '@chancery/publishing';
import { report } from './report.mjs';
import { sampleLetter, sampleVolume } from './sample-volume.mjs';

const folder = await mkdtemp(join(tmpdir(), 'chancery-bench-'));
const kilobytes = (content) => gzipSync(content).length / 1000;

try {
  const out = join(folder, 'edition');
  await publishEdition(sampleVolume(), { out, only: ['web'] });
  const page = join(out, 'letters', basename(sampleLetter.path, '.xml'), 'index.html');
  const html = await readFile(page, 'utf8');
  const beside = Array.from(html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:css|js))"/g));
  const assets = await Promise.all(beside.map(([, path]) => readFile(join(page, '..', path))));
  report(
    {
      name: 'Letter page of the web edition, HTML (gzip)',
      unit: 'KB',
      value: kilobytes(html),
      peer: { name: 'its TEI', value: kilobytes(sampleLetter.source) },
    },
    {
      name: 'Letter page with its stylesheets and scripts (gzip)',
      unit: 'KB',
      value: assets.reduce((sum, asset) => sum + kilobytes(asset), kilobytes(html)),
      remark: 'fonts and pictures apart',
    },
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

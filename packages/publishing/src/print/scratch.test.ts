import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { it } from 'vitest';
import { transform } from '../transform/transform.js';
it('scratch', () => {
  const c = '/work/main/corpus/';
  const out = '/tmp/pp/gen/'; mkdirSync(out, { recursive: true });
  const v = readFileSync(c + 'volume.xml', 'utf8');
  const ids = [...v.matchAll(/letters\/([\w-]+)\.xml/g)].map((m) => m[1] as string);
  writeFileSync(out + 'figures.typ', transform('print/figures', v).result);
  const r = transform('print/volume', v); console.error(r.messages);
  writeFileSync(out + 'main.typ', r.result);
  ids.forEach((id, i) => { const r = transform('print/letter', readFileSync(`${c}letters/${id}.xml`, 'utf8'), { id }); if (r.messages.length) console.error(r.messages); writeFileSync(`${out}letter-${i+1}.typ`, r.result); });
  writeFileSync(out + 'documents.typ', ids.map((_, i) => `#import "letter-${i+1}.typ" as letter-${i+1}\n`).join('') + '#let documents() = {\n' + ids.map((_, i) => `letter-${i+1}.document(first: ${i === 0})\n`).join('') + '}\n');
});

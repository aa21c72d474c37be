import { report } from './report.mjs';
import { median } from './timing.mjs';

const rounds = 21;

/**
 * Asks a running Chancery for pages, one after the other, and reports how long each answer takes until it is whole.
 *
 * @param {{ address: string, cookie: string }} chancery
 * @param {{ of: string, pages: Readonly<Record<string, string>>, atMost: number }} asked what the pages are of, the
 *   addresses behind `/api/` by what each shows, and the goal in milliseconds
 * @throws {Error} when an answer is none
 */
export async function reportPages({ address, cookie }, { of, pages, atMost }) {
  for (const [name, path] of Object.entries(pages)) {
    const samples = [];
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      const answer = await fetch(`${address}/api/${path}`, { headers: { cookie } });
      await answer.arrayBuffer();
      samples.push(performance.now() - start);
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
    }
    report({
      name: `${of}: ${name}`,
      unit: 'ms',
      value: median(samples.sort((one, other) => one - other)),
      goal: { atMost },
    });
  }
}

import { footnotesOf } from '../footnotes-of.js';
import { transform } from '../transform/transform.js';
import { breathe, planEdition, readSource } from '../web/plan-edition.js';
import type { Part } from './part.js';
import { partPaths } from './part-name.js';
import { publishedLetters } from './published-letters.js';

/** Stands between two texts of the volume. */
const between = '\n\n* * *\n\n';

/** The words of each letter and of the volume, as plain text. */
export const txtPart: Part = {
  steps: (letters) => letters + 1,
  async make({ edition, options, write, step }) {
    const plan = await planEdition(edition, options.signal);
    const { volume, calendar, lookup, pages, present } = plan;
    const shared = { volume, calendar, lookup, root: '', footnotes: footnotesOf(edition.volume.source) };
    const matter = (here: string) =>
      transform('web/plain-text', volume, { ...shared, kind: 'matter', here }).result;
    const texts: string[] = [];
    for (const { id, file, parsed } of present) {
      const parameters = { ...shared, kind: 'document', here: id };
      const { result } = transform('web/plain-text', parsed ?? readSource(file), parameters);
      const words = result === '' ? titleOf(id) : result;
      await write(`letters/${id}/${id}.txt`, `${words}\n`);
      texts.push(words);
      step(plan.labels.get(id) ?? id);
      await breathe(options.signal);
    }
    const parts = new Map(pages.map((slug) => [slug, matter(slug)]));
    const front = [...parts].filter(([slug]) => plan.front.has(slug)).map(([, words]) => words);
    const back = [...parts].filter(([slug]) => !plan.front.has(slug)).map(([, words]) => words);
    const whole = [plan.title, ...front, ...texts, ...back].filter((words) => words !== '');
    await write(partPaths.txt, `${whole.join(between)}\n`);
    step('Plain text');
    return { published: { path: partPaths.txt }, warnings: [] };

    function titleOf(id: string): string {
      return publishedLetters(edition).find((letter) => letter.id === id)?.title ?? id;
    }
  },
};

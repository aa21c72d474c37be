import { footnotesOf } from '../footnotes-of.js';
import { digest, programDigest } from '../reuse/program-digest.js';
import { inOrder } from '../transform/threads/transforms.js';
import { transform } from '../transform/transform.js';
import { breathe, planEdition } from '../web/plan-edition.js';
import type { Part } from './part.js';
import { letterFile, partPaths } from './part-name.js';
import { publishedLetters } from './published-letters.js';

/** Stands between two texts of the volume. */
const between = '\n\n* * *\n\n';

/** The words of each letter and of the volume, as plain text. */
export const txtPart: Part = {
  steps: (letters) => letters + 1,
  async make({ edition, options, reuse, reusePlan, transforms, write, step }) {
    const plan = await planEdition(edition, reusePlan, transforms, options.signal);
    const { volume, calendar, lookup, pages, present } = plan;
    const footnotes = footnotesOf(edition.volume.source);
    const shared = { volume, calendar, lookup, root: '', footnotes };
    const matter = (here: string) =>
      transform('web/plain-text', volume, { ...shared, kind: 'matter', here }).result;
    const texts: string[] = [];
    const titles = new Map(publishedLetters(edition).map(({ id, title }) => [id, title]));
    const letters = present.map(({ id, madeOf, source }) => {
      const title = titles.get(id) ?? id;
      return { id, source, title, key: digest([programDigest(), footnotes, madeOf, title]) };
    });
    transforms.expect(letters.filter(({ id, key }) => !reuse.knows(id, key)).length);
    const make = async ({ id, key, source }: (typeof letters)[number]) =>
      reuse.take(id, key)?.content(letterFile(id, 'txt')) ??
      (await transforms.run('web/plain-text', source(), { ...shared, kind: 'document', here: id })).result;
    for await (const [{ id, key, title }, made] of inOrder(letters, make, transforms.atOnce)) {
      const path = letterFile(id, 'txt');
      if (typeof made !== 'string') {
        texts.push(made.toString().slice(0, -1));
      } else {
        const words = made === '' ? title : made;
        await write(path, `${words}\n`);
        reuse.note(id, { key, files: [path], warnings: [] });
        texts.push(words);
      }
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
  },
};

import { may } from '@chancery/workflow';
import { createRoute, z } from '@hono/zod-openapi';
import { letterPages } from '../contract/letter-pages.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { NoPages, NotInTurn } from '../publishing/letter-press.js';
import { readLetterWithVolume } from '../publishing/read-letter-with-volume.js';
import { signedIn } from '../signed-in.js';
import { json, newRouter, otherwise } from './router.js';

/** Letters as they will print, while they are written. */
export function typesettingRoutes(house: House) {
  return newRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/letters/{letterId}/typesetting',
      summary: 'The pages of a letter as it is saved, set as in the volume',
      description: 'One request of a person for a letter waits at a time: the next takes its place.',
      middleware: guard(house, 'GET /api/letters/:letterId/typesetting'),
      request: { params: z.object({ letterId: z.string().max(256) }) },
      responses: { 200: json(letterPages, 'The pages'), ...otherwise },
    }),
    async (c) => {
      const { letterId } = c.req.valid('param');
      const { id, role } = signedIn(c.var);
      const seesAllImages = may(role, 'manage-images');
      let version = 0;
      const read = async () => {
        const { version: saved, ...files } = await readLetterWithVolume(house, letterId, seesAllImages);
        version = saved;
        return files;
      };
      try {
        const pages = await house.letterPress.set(`${id} ${letterId}`, read, c.req.raw.signal);
        return c.json({ version, ...pages, lines: [...pages.lines], warnings: [...pages.warnings] }, 200);
      } catch (error) {
        if (error instanceof NoPages) throw new HttpProblem('bad-request', error.message);
        if (error instanceof NotInTurn)
          throw new HttpProblem(
            'too-many-requests',
            error.reason === 'overtaken'
              ? 'A later request has taken the place of this one.'
              : 'Many letters are being set. The pages come with the next change.',
          );
        throw error;
      }
    },
  );
}

import { rules as allRules } from '@chancery/importing';
import { createRoute, z } from '@hono/zod-openapi';
import {
  printedAnswer as answerSchema,
  corrections,
  editionMade,
  linesQuery,
  printedDecisions,
  printedId,
  printedLimits,
  printedLines,
  printedList,
  printedRules,
  ruleTrial,
  ruleTrialRequest,
} from '../contract/printed-import.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { bringCorrections } from '../printed/bring-corrections.js';
import { bringIn } from '../printed/bring-in.js';
import { decide, readRules, setRules } from '../printed/change-import.js';
import { headOf, printedAnswer } from '../printed/printed-answer.js';
import { sendCorrected } from '../printed/send-corrected.js';
import { sendText } from '../printed/send-text.js';
import { sentBefore } from '../printed/sent-before.js';
import { storedImport } from '../printed/stored-import.js';
import { signedIn } from '../signed-in.js';
import { bytesBody, json, jsonBody, newRouter, otherwise, type RouteContext } from './router.js';

const ofEdition = z.object({ editionId: z.string().max(128) });
const ofImport = z.object({ importId: printedId });
const inEdition = '/api/editions/{editionId}/printed-imports';
const one = '/api/printed-imports/{importId}';
const textSent = {
  query: z.object({ name: z.string().trim().min(1).max(200) }),
  body: bytesBody,
} as const;

/** The text of a printed volume on its way to letters: sending it, deciding its doubts, trying its rules, bringing it in. */
export function printedImportRoutes(house: House) {
  const { prisma, printed } = house;
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: inEdition,
        summary:
          'The texts of printed volumes that were sent, the latest first, also those that one sent without an edition',
        middleware: guard(house, 'GET /api/editions/:editionId/printed-imports'),
        request: { params: ofEdition },
        responses: { 200: json(printedList, 'Without what they hold'), ...otherwise },
      }),
      async (c) => c.json(await listOf(house, c.req.valid('param').editionId, signedIn(c.var)), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/printed-imports',
        summary: 'The texts of printed volumes that one sent without an edition, the latest first',
        middleware: guard(house, 'GET /api/printed-imports'),
        responses: { 200: json(printedList, 'Without what they hold'), ...otherwise },
      }),
      async (c) => c.json(await listOf(house, null, signedIn(c.var)), 200),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${inEdition}/{importId}`,
        summary:
          'Send the text of a printed volume: Markdown, plain text, a document of a word processor, or an archive of letters',
        middleware: guard(house, 'PUT /api/editions/:editionId/printed-imports/:importId'),
        request: { params: ofEdition.extend(ofImport.shape), ...textSent },
        responses: { 201: json(answerSchema, 'As it is read'), ...otherwise },
      }),
      async (c) => {
        const stored = await sendText(house, c.req.valid('param'), await sent(c, c.req.valid('query').name));
        return c.json(await printedAnswer(house, stored), 201);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: one,
        summary:
          'Send the text of a printed volume where there is no edition yet: whoever sends it reads it alone',
        middleware: guard(house, 'PUT /api/printed-imports/:importId'),
        request: { params: ofImport, ...textSent },
        responses: { 201: json(answerSchema, 'As it is read'), ...otherwise },
      }),
      async (c) => {
        const key = { editionId: null, ...c.req.valid('param') };
        const stored = await sendText(house, key, await sent(c, c.req.valid('query').name));
        return c.json(await printedAnswer(house, stored), 201);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: one,
        summary: 'A text as it is read, with the queue of its doubts',
        middleware: guard(house, 'GET /api/printed-imports/:importId'),
        request: { params: ofImport },
        responses: { 200: json(answerSchema, 'By what is decided'), ...otherwise },
      }),
      async (c) =>
        c.json(await printedAnswer(house, await storedImport(prisma, c.req.valid('param').importId)), 200),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: one,
        summary: 'Cancel an import; letters that were brought in stay',
        middleware: guard(house, 'DELETE /api/printed-imports/:importId'),
        request: { params: ofImport },
        responses: { 204: { description: 'It is not there any more' }, ...otherwise },
      }),
      async (c) => {
        await prisma.printedImport.deleteMany({ where: { id: c.req.valid('param').importId } });
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${one}/decisions`,
        summary: 'Decide doubts, or take decisions back',
        middleware: guard(house, 'POST /api/printed-imports/:importId/decisions'),
        request: { params: ofImport, body: jsonBody(printedDecisions) },
        responses: { 200: json(answerSchema, 'By what is decided now'), ...otherwise },
      }),
      async (c) => {
        const stored = await decide(house, c.req.valid('param').importId, c.req.valid('json').decisions);
        return c.json(await printedAnswer(house, stored), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${one}/rules`,
        summary: 'Put patterns in the place of the usual ones',
        middleware: guard(house, 'PUT /api/printed-imports/:importId/rules'),
        request: { params: ofImport, body: jsonBody(printedRules) },
        responses: { 200: json(answerSchema, 'By these rules'), ...otherwise },
      }),
      async (c) => {
        const stored = await setRules(house, c.req.valid('param').importId, c.req.valid('json').rules);
        return c.json(await printedAnswer(house, stored), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${one}/rule-trials`,
        summary: 'Try the patterns of a rule on the text; nothing is changed',
        middleware: guard(house, 'POST /api/printed-imports/:importId/rule-trials'),
        request: { params: ofImport, body: jsonBody(ruleTrialRequest) },
        responses: { 200: json(ruleTrial, 'What they fit'), ...otherwise },
      }),
      async (c) => {
        const { rule, patterns } = c.req.valid('json');
        const settings = readRules({ [rule]: patterns });
        const name = allRules.find((each) => each.name === rule)?.name;
        if (name === undefined) throw new HttpProblem('text-refused', `There is no rule “${rule}”.`);
        const { source } = await storedImport(prisma, c.req.valid('param').importId);
        const matches = (await printed.try(source, settings, name))?.matches ?? [];
        const shown = matches.slice(0, printedLimits.matches);
        return c.json(
          {
            count: matches.length,
            matches: shown.map(({ line, words, groups }) => ({ line, words, groups: { ...groups } })),
          },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${one}/lines`,
        summary: 'The account of the lines: what became of each',
        middleware: guard(house, 'GET /api/printed-imports/:importId/lines'),
        request: { params: ofImport, query: linesQuery },
        responses: { 200: json(printedLines, 'From a place on'), ...otherwise },
      }),
      async (c) => {
        const { outcome, offset, limit } = c.req.valid('query');
        const { source, rules, decisions } = await storedImport(prisma, c.req.valid('param').importId);
        const { lines } = await printed.read(source, rules, decisions);
        const wanted = lines.filter((line) => outcome === undefined || line.outcome === outcome);
        const shown = wanted.slice(offset, offset + limit);
        return c.json(
          { count: wanted.length, lines: shown.map((line) => ({ ...line, parts: [...line.parts] })) },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${one}/edition`,
        summary: 'Bring the letters in, as an edition: all of them, or none',
        middleware: guard(house, 'POST /api/printed-imports/:importId/edition'),
        request: { params: ofImport },
        responses: { 201: json(editionMade, 'The edition'), ...otherwise },
      }),
      async (c) =>
        c.json({ editionId: await bringIn(house, c.req.valid('param').importId, signedIn(c.var)) }, 201),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `${one}/source`,
        summary:
          'Send a corrected text in the place of one that was sent; what is decided of the same lines holds',
        middleware: guard(house, 'PUT /api/printed-imports/:importId/source'),
        request: { params: ofImport, ...textSent },
        responses: { 200: json(answerSchema, 'As it is read'), ...otherwise },
      }),
      async (c) => {
        const file = await sent(c, c.req.valid('query').name);
        const stored = await sendCorrected(house, c.req.valid('param').importId, file);
        return c.json(await printedAnswer(house, stored), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${one}/corrections`,
        summary: 'Bring a corrected text into the edition that was made: nobody’s edits are touched',
        middleware: guard(house, 'POST /api/printed-imports/:importId/corrections'),
        request: { params: ofImport },
        responses: { 200: json(corrections, 'What came of it'), ...otherwise },
      }),
      async (c) => c.json(await bringCorrections(house, c.req.valid('param').importId, signedIn(c.var)), 200),
    );
}

async function sent(c: RouteContext, name: string) {
  return { name, bytes: new Uint8Array(await c.req.arrayBuffer()), userId: signedIn(c.var).id };
}

/** The texts of an edition, with those that a person sent without one; or the latter alone. */
async function listOf({ prisma }: House, editionId: string | null, person: { readonly id: string }) {
  const own = { editionId: null, userId: person.id };
  const imports = await prisma.printedImport.findMany({
    where: editionId === null ? own : { OR: [{ editionId }, own] },
    orderBy: { createdAt: 'desc' },
    take: 100,
    select: {
      id: true,
      name: true,
      createdAt: true,
      madeId: true,
      corrected: true,
      user: { select: { name: true } },
    },
  });
  const earlier = await sentBefore(
    prisma,
    imports.map(({ id }) => id),
  );
  return { imports: imports.map((each) => headOf(each, earlier.get(each.id))) };
}

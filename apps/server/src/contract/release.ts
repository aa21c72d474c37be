import { z } from '@hono/zod-openapi';
import { foundPlace } from './found-place.js';
import { publication } from './publication.js';

/** The number of a release. */
export const releaseNumber = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,3})\.(?:0|[1-9]\d{0,3})$/, 'Two numbers with a point between them, such as 1.2')
  .openapi({ example: '1.2' });

/** What an edition is looked through for before it goes out. */
const checkCodes = [
  'outputs',
  'print',
  'accessibility',
  'validation',
  'references',
  'files',
  'stages',
  'notes',
  'suggestions',
  'comments',
] as const;

/** A check of the preflight. */
const checkCode = z.enum(checkCodes);

/** One check of the preflight, with the places that are to be looked at. */
export const preflightCheck = z.object({
  code: checkCode,
  name: z.string(),
  state: z
    .enum(['passed', 'warning', 'error'])
    .openapi({ description: 'an error stands against a release, a warning has to be acknowledged' }),
  words: z.string().openapi({ description: 'what was found, in a sentence or two' }),
  places: z.array(foundPlace).openapi({ description: 'the first of them, in the order of the volume' }),
  more: z.number().int().openapi({ description: 'how many places are not listed' }),
});

export const preflight = z
  .object({
    checks: z.array(preflightCheck),
    digest: z
      .string()
      .openapi({ description: 'of all that the checks say: what is acknowledged is just that' }),
  })
  .openapi('Preflight');

/** An edition is signed off. */
export const releaseRequest = z.object({
  number: releaseNumber,
  note: z.string().trim().min(1, 'Say in a few words what this release is.').max(4_000),
  acknowledged: z.array(checkCode).max(checkCodes.length).default([]),
  preflight: z.string().max(64).openapi({ description: 'the digest of the preflight that was read' }),
});

export const withdrawalRequest = z.object({
  reason: z.string().trim().min(1, 'Say why, for who reads it at its address.').max(4_000),
});

/** A warning of the preflight that was acknowledged, in the words that it had. */
export const acknowledgedCheck = z.object({ code: z.string(), name: z.string(), words: z.string() });

/** An edition as it went out. */
export const release = z
  .object({
    number: z.string(),
    digest: z.string().openapi({ description: 'SHA-256 of the list of its files, as sha256sum prints it' }),
    files: z.number().int(),
    signedBy: z.string(),
    note: z.string(),
    acknowledged: z.array(acknowledgedCheck),
    signedAt: z.iso.datetime(),
    releasedAt: z.iso.datetime().nullable().openapi({ description: 'null while its outputs are being made' }),
    withdrawn: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
    address: z.string().openapi({ description: 'where it stands for good' }),
    publication: publication.nullable().openapi({ description: 'the latest run of the press for it' }),
  })
  .openapi('Release');

export const releaseList = z.object({
  releases: z.array(release).openapi({ description: 'the latest first' }),
  mayRelease: z.boolean(),
});

/** A place that reads otherwise than in an earlier release. */
export const erratum = z.object({
  where: z.string().openapi({ description: 'such as “paragraph 2”' }),
  was: z.string(),
  is: z.string(),
});

/** What has become of the texts since a release. */
export const releaseChanges = z
  .object({
    since: z.string(),
    to: z
      .string()
      .nullable()
      .openapi({ description: 'another release; null for the edition as it stands now' }),
    letters: z.array(
      z.object({
        letterId: z.string(),
        name: z.string().openapi({ description: 'what people call it: “No. 2”' }),
        kind: z
          .enum(['added', 'removed', 'changed', 'encoding'])
          .openapi({ description: '`encoding`: it reads as before, and is encoded otherwise' }),
        errata: z.array(erratum),
      }),
    ),
  })
  .openapi('ReleaseChanges');

export type PreflightCheck = z.infer<typeof preflightCheck>;
export type PreflightAnswer = z.infer<typeof preflight>;
export type ReleaseAnswer = z.infer<typeof release>;
export type ReleaseList = z.infer<typeof releaseList>;
export type ReleaseRequest = z.infer<typeof releaseRequest>;
export type ReleaseChanges = z.infer<typeof releaseChanges>;
export type AcknowledgedCheck = z.infer<typeof acknowledgedCheck>;

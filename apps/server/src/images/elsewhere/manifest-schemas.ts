import { z } from '@hono/zod-openapi';

/*
 * What is read of manifests; all else in them is left aside. They are written by many programs, so that nothing is asked for that can be
 * done without.
 */

const address = z.string().max(4_000);
const measure = z.coerce.number().positive().max(1_000_000).optional().catch(undefined);

/** One of a thing or a list of them, as JSON-LD has it. */
const oneOrMore = <T extends z.ZodType>(of: T) =>
  z
    .union([z.array(of), of.transform((one) => [one])])
    .optional()
    .catch(undefined);

const service = z.object({
  id: address.optional(),
  '@id': address.optional(),
  type: z.string().optional().catch(undefined),
  '@type': z.string().optional().catch(undefined),
  '@context': z.unknown().optional(),
  profile: z.unknown().optional(),
  width: measure,
  height: measure,
});

const image = z.object({
  id: address.optional(),
  '@id': address.optional(),
  type: z.string().optional().catch(undefined),
  '@type': z.string().optional().catch(undefined),
  width: measure,
  height: measure,
  service: oneOrMore(service),
});

const thumbnail = oneOrMore(
  z.union([
    address.transform((id) => ({ id, '@id': undefined })),
    z.object({ id: address.optional(), '@id': address.optional() }),
  ]),
);

/** A language map (Presentation API 3.0, 4.1), or words as the Presentation API 2.1 has them (4.3). */
const word = z.union([z.string(), z.object({ '@value': z.string() }).transform((each) => each['@value'])]);
const label = z
  .union([
    word.transform((each) => [each]),
    z.array(word),
    z.record(z.string(), z.array(z.string())).transform((map) => Object.values(map)[0] ?? []),
  ])
  .optional()
  .catch(undefined);

/** A picture, or the first of several to choose from (Presentation API 3.0, 5.6 with the annotation model’s Choice; 2.1, 6.4 “oa:Choice”). */
const body = z.union([
  z.object({ type: z.literal('Choice'), items: z.array(image).min(1) }).transform(({ items }) => items[0]),
  z.object({ '@type': z.literal('oa:Choice'), default: image }).transform((choice) => choice.default),
  image,
]);

/** A manifest of the Presentation API 3.0 (5.2, 5.3, 5.5). */
export const manifest3 = z.object({
  type: z.literal('Manifest'),
  label,
  items: z.array(
    z.object({
      label,
      width: measure,
      height: measure,
      thumbnail,
      items: z
        .array(z.object({ items: z.array(z.object({ body: oneOrMore(body) })).catch([]) }))
        .optional()
        .catch(undefined),
    }),
  ),
});

/** A manifest of the Presentation API 2.1 (5.1 to 5.4). */
export const manifest2 = z.object({
  '@type': z.literal('sc:Manifest'),
  label,
  sequences: z
    .array(
      z.object({
        canvases: z.array(
          z.object({
            label,
            width: measure,
            height: measure,
            thumbnail,
            images: z
              .array(z.object({ resource: body.optional().catch(undefined) }))
              .optional()
              .catch(undefined),
          }),
        ),
      }),
    )
    .min(1),
});

/** A list of manifests (Presentation API 3.0, 5.1; 2.1, 5.8). */
export const collection = z.union([
  z.object({ type: z.literal('Collection') }),
  z.object({ '@type': z.literal('sc:Collection') }),
]);

export type ManifestImage = z.infer<typeof image>;
export type ManifestService = z.infer<typeof service>;

import { z } from '@hono/zod-openapi';
import { imageLabel, pageImage } from './page-image.js';

export const manifestRequest = z
  .object({
    address: z.string().trim().min(1).max(4_000).openapi({ description: 'of a IIIF manifest' }),
  })
  .openapi('ManifestRequest');

const measure = z.number().int().positive().max(1_000_000);

/** A picture that another house keeps. */
const linkedPicture = z.object({
  picture: z.string().max(4_000).openapi({ description: 'the address of the whole picture' }),
  label: imageLabel,
  width: measure,
  height: measure,
});

/** The leaves that a manifest tells of. */
export const manifestLeaves = z
  .object({
    address: z.string(),
    label: z.string(),
    leaves: z.array(
      z.object({
        label: z.string(),
        picture: z.string().nullable().openapi({ description: 'null where it cannot be linked' }),
        width: z.number().int(),
        height: z.number().int(),
        thumbnail: z.string().nullable(),
        refused: z.string().nullable().openapi({ description: 'why it cannot be linked' }),
      }),
    ),
  })
  .openapi('ManifestLeaves');

export const linkRequest = z
  .object({
    pictures: z.array(linkedPicture).min(1).max(2_000),
    letterId: z.string().max(256).nullable().openapi({ description: 'the letter that they belong to' }),
  })
  .openapi('LinkImagesRequest');

export const linkedImages = z.object({ images: z.array(pageImage) }).openapi('LinkedImages');

export type ManifestLeaves = z.infer<typeof manifestLeaves>;
export type LinkRequest = z.infer<typeof linkRequest>;
export type LinkedImages = z.infer<typeof linkedImages>;

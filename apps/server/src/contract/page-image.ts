import { z } from '@hono/zod-openapi';
import { imageLimits } from '../images/image-limits.js';

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'The SHA-256 of the file, as 64 hexadecimal digits.')
  .openapi({ description: 'SHA-256 of the file' });

const id = z.string().max(64);

/** A part of a picture, in its pixels before it is turned. */
const crop = z.object({
  left: z.number().int().nonnegative(),
  top: z.number().int().nonnegative(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});

const rotation = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);

/** What the copy calls a leaf. */
export const imageLabel = z.string().trim().max(60);

/** The picture of a leaf of the copy. */
export const pageImage = z
  .object({
    id,
    path: z.string().openapi({
      description: 'its name in the edition’s folder, or its address elsewhere: TEI points to it by this',
    }),
    label: z.string().openapi({ description: 'what the copy calls the leaf; empty where that is not told' }),
    alt: z.string().openapi({ description: 'what it shows, for who does not see it' }),
    place: z.number().int().openapi({ description: 'from 1, in the order of the leaves' }),
    width: z.number().int().openapi({ description: 'in pixels, before it is turned' }),
    height: z.number().int(),
    rotation: rotation.openapi({ description: 'degrees clockwise that set it upright' }),
    crop: crop.nullable().openapi({ description: 'what of it is shown' }),
    service: z.string().openapi({
      description: 'the address of its IIIF image service; of a picture elsewhere that has none, its own',
    }),
    file: z
      .string()
      .openapi({ description: 'the address of the file as it was sent, or of the whole picture' }),
    elsewhere: z
      .object({
        host: z.string(),
        version: z
          .union([z.literal(2), z.literal(3)])
          .nullable()
          .openapi({ description: 'of the IIIF Image API that its service speaks; null where it has none' }),
      })
      .nullable()
      .openapi({ description: 'where it is kept, when this is not here' }),
    letters: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('PageImage');

/** Which leaves are wanted. */
export const imagesQuery = z.object({
  offset: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const imageList = z
  .object({ count: z.number().int(), images: z.array(pageImage) })
  .openapi('PageImageList');

export const knownRequest = z
  .object({ files: z.array(sha256).min(1).max(500) })
  .openapi('KnownImagesRequest');

/** How far the reading of a file is whose parts were sent. */
export const readingSoFar = z
  .object({
    leaf: z
      .number()
      .int()
      .openapi({ description: 'the leaf that is being read, from 1; 0 before the first' }),
    of: z.number().int().openapi({ description: 'how many there are; 0 where that is not known yet' }),
  })
  .openapi('ReadingSoFar');

/** What the server has of files already, so that it is not sent again. */
export const knownImages = z
  .object({
    partBytes: z.number().int().openapi({ description: 'bytes of each part but the last' }),
    files: z.array(
      z.object({
        sha256,
        path: z.string().nullable().openapi({ description: 'the leaf that it is already' }),
        leaves: z
          .array(z.object({ id, letters: z.array(z.string()) }))
          .openapi({ description: 'the leaves that it is already, and the letters that each belongs to' }),
        parts: z.array(z.number().int()).openapi({ description: 'parts that have been sent' }),
      }),
    ),
  })
  .openapi('KnownImages');

/** The most parts that a file may come in. */
const mostParts = Math.ceil(imageLimits.bytes / imageLimits.partBytes);

export const part = z.coerce
  .number()
  .int()
  .nonnegative()
  .max(mostParts - 1, `A picture may have ${imageLimits.bytes / 1024 / 1024} MB at most. Save it smaller.`);

export const sentFile = z
  .object({
    sha256,
    name: z.string().trim().min(1).max(200).openapi({ description: 'as its folder calls it' }),
    parts: z.number().int().min(1).max(mostParts),
  })
  .openapi('SentImage');

export const addedFile = z
  .object({
    images: z.array(pageImage),
    notice: z.string().nullable().openapi({ description: 'what is to be known of how it was taken' }),
  })
  .openapi('AddedImage');

export const imageChange = z
  .object({
    label: imageLabel.optional(),
    alt: z.string().trim().max(1_000).optional(),
    rotation: rotation.optional(),
    crop: crop.nullable().optional(),
    letters: z.array(z.string().max(256)).max(50).optional().openapi({
      description: 'the letters that it belongs to: who may read one of them may see it',
    }),
  })
  .openapi('PageImageChange');

export const imageOrder = z
  .object({
    image: id,
    after: id.nullable().openapi({ description: 'null: before all others' }),
  })
  .openapi('PageImageOrder');

/** The leaves of one letter, in the order in which its text comes to them. */
export const letterImages = z
  .object({
    images: z.array(
      pageImage.extend({
        pointers: z.array(z.string()).openapi({ description: 'what `@facs` in its text leads to it with' }),
        isSaid: z.boolean().openapi({
          description:
            'whether the file of the letter says how it is turned and cropped, where it tells of the leaf',
        }),
      }),
    ),
    mayManage: z.boolean(),
  })
  .openapi('LetterImages');

export const facsimileRequest = z
  .object({ imageIds: z.array(id).min(1).max(2_000) })
  .openapi('FacsimileRequest');

export type PageImageAnswer = z.infer<typeof pageImage>;
export type PageImageList = z.infer<typeof imageList>;
export type ReadingSoFar = z.infer<typeof readingSoFar>;
export type KnownImages = z.infer<typeof knownImages>;
export type AddedImage = z.infer<typeof addedFile>;
export type PageImageChange = z.infer<typeof imageChange>;
export type LetterImages = z.infer<typeof letterImages>;

import { asOneLine, oneLine } from '@chancery/xml';
import { z } from '@hono/zod-openapi';

/** So many findings are told; the others are counted. */
export const mostFindings = 200;

/** Characters of a title that is given. */
const mostInTitle = 300;

const count = z.number().int();

export const teiVolumeQuery = z.object({
  name: z.string().transform(asOneLine).pipe(z.string().trim().min(1).max(200)).openapi({
    description: 'of the archive, folder or file; the address is made of it where the files have no name',
  }),
});

export const teiVolumeBringQuery = teiVolumeQuery.extend({
  title: z.string().trim().min(1).max(mostInTitle).regex(oneLine, 'A title is one line.').optional().openapi({
    description: 'what the volume is called where its files do not say; without it, as `name`',
  }),
  mend: z.enum(['none', 'later']).default('none').openapi({
    description: 'whether files that are not well-formed are taken too, to be mended at the desk',
  }),
});

/** What TEI files would make as a volume of their own. */
export const teiVolumePlan = z
  .object({
    title: z.string(),
    isTitled: z
      .boolean()
      .openapi({ description: 'whether the files say the title; else it is made of `name`' }),
    sameAs: z
      .object({ id: z.string(), title: z.string() })
      .nullable()
      .openapi({ description: 'a volume of this name that whoever asks has already' }),
    hasVolumeFile: z.boolean().openapi({ description: 'a file gives the title and the order' }),
    documents: count,
    series: z
      .array(
        z.object({
          path: z.string(),
          element: z.enum(['TEI', 'div']).openapi({ description: 'what each of its documents is' }),
          documents: count,
        }),
      )
      .openapi({ description: 'files of many documents; each other document is a file of its own' }),
    toMend: count.openapi({ description: 'files that are not well-formed and can be mended at the desk' }),
    errors: count.openapi({ description: 'where there is any, nothing can be brought in' }),
    warnings: count,
    findings: z.array(
      z.object({
        path: z.string(),
        line: count,
        column: count,
        kind: z.enum(['error', 'to-mend', 'warning']),
        message: z.string(),
        advice: z.string(),
      }),
    ),
  })
  .openapi('TeiVolumePlan');

export type TeiVolumePlan = z.infer<typeof teiVolumePlan>;
export type MendChoice = z.infer<typeof teiVolumeBringQuery>['mend'];

import { z } from '@hono/zod-openapi';

/** What is counted already where notes are numbered through the volume. */
const labelledBefore = z.object({
  counted: z.number().int().openapi({ description: 'how far the notes before the letter count' }),
  between: z.number().int().openapi({
    description:
      'for the volume’s own file: how many notes without a fixed label the letters have, which come between its front and its back matter; else 0',
  }),
  fixed: z.array(z.string()).openapi({ description: 'the labels that are fixed for notes elsewhere' }),
});

/** How a reference is worded that has no words of its own. */
export const wordedReference = z.object({
  written: z.string().openapi({ description: 'the pointer as the file has it' }),
  words: z.string().openapi({ description: '`No. 4`, `note 3`' }),
});

/** What is at fault with a letter's references, and which letters refer to it. */
export const letterReferences = z
  .object({
    faults: z.array(
      z.object({
        written: z.string().openapi({ description: 'the pointer as the letter has it' }),
        message: z.string(),
      }),
    ),
    words: z.array(wordedReference).openapi({
      description: 'how the pointers to notes and pages are worded: `p. 6 of the copy of No. 4`',
    }),
    from: z
      .array(
        z.object({
          letterId: z.string(),
          number: z.string().nullable().openapi({ description: 'as it prints: `[5]`' }),
          title: z.string(),
          context: z.string().openapi({ description: 'the words of the paragraph that refers' }),
        }),
      )
      .openapi({ description: 'in the order of the volume; a letter that refers twice stands twice' }),
    notesInPlace: z.array(z.string()).openapi({
      description:
        'which of the notes that it calls from afar are called where they stand, and so no endnotes',
    }),
    endnotes: z.object({ before: z.array(z.string()), after: z.array(z.string()) }).openapi({
      description:
        'the endnotes that the rest of the volume calls, before the letter and behind it, each once',
    }),
    endnoteWords: z.array(z.object({ noteId: z.string(), text: z.string() })).openapi({
      description: 'the endnotes of the volume that hold references, as their readers meet them: “see No. 4”',
    }),
    counted: z.object({ footnote: labelledBefore.optional(), textual: labelledBefore.optional() }).openapi({
      description: 'of the series that the volume numbers through: where the letter’s own labels begin',
    }),
  })
  .openapi('LetterReferences');

export type LetterReferences = z.infer<typeof letterReferences>;

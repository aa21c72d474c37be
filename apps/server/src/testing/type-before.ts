import { schema } from '@chancery/prosemirror-tei';
import { Transform } from 'prosemirror-transform';
import type { TestHouse } from './test-house.js';

let batches = 0;

/** Somebody types before some words of a letter at the desk. Answers the version that it gives. */
export function typeBefore(
  { house }: TestHouse,
  by: { readonly id: string },
  letterId: string,
  before: string,
  text: string,
): Promise<number> {
  batches += 1;
  return house.desk.amend(letterId, {
    userId: by.id,
    clientId: `window of ${by.id}`,
    batch: `batch ${batches}`,
    make: ({ doc }) => {
      let found = -1;
      doc.descendants((node, pos) => {
        const place = node.isText ? (node.text ?? '').indexOf(before) : -1;
        if (place >= 0) found = pos + place;
      });
      return new Transform(doc).insert(found, schema.text(text)).steps;
    },
  });
}

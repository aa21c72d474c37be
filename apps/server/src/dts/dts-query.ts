import { DtsRefusal } from '@chancery/publishing/edition';
import { z } from 'zod';

export type DtsEndpoint = 'collection' | 'navigation' | 'document';

const name = z.string().min(1).max(1000);
const places = {
  resource: name,
  ref: name.optional(),
  start: name.optional(),
  end: name.optional(),
  tree: name.optional(),
};

/** What each endpoint may be asked (DTS 1.0, “Query Parameters”). */
const asked = {
  collection: z.object({
    id: name.optional(),
    page: z.coerce.number().int().min(1).default(1),
    nav: z.enum(['children', 'parents']).default('children'),
  }),
  navigation: z.object({ ...places, down: z.coerce.number().int().min(-1).optional() }),
  document: z.object({ ...places, mediaType: name.optional() }),
};

export type Asked = { readonly [Endpoint in DtsEndpoint]: z.infer<(typeof asked)[Endpoint]> };

function reader<Endpoint extends DtsEndpoint>(endpoint: Endpoint) {
  return (query: Readonly<Record<string, string>>): Asked[Endpoint] => {
    const read = asked[endpoint].safeParse(query);
    if (read.success) return read.data as Asked[Endpoint];
    const [issue] = read.error.issues;
    throw new DtsRefusal(
      400,
      `The parameter “${issue?.path.join('.')}” is not as it should be: ${issue?.message}.`,
    );
  };
}

/** Each reads the parameters of an address, and throws a {@link DtsRefusal} (400) where they are not as they should be. */
export const readAsked = {
  collection: reader('collection'),
  navigation: reader('navigation'),
  document: reader('document'),
};

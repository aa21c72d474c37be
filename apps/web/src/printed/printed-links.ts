import { linkOptions } from '@tanstack/react-router';

/** The way to the printed volumes: at the desk of a volume, or in a house without any. */
export function printedLink(editionId: string | undefined) {
  return editionId === undefined
    ? linkOptions({ to: '/new/printed' })
    : linkOptions({ to: '/volumes/$editionId/printed', params: { editionId } });
}

/** The way to one text of a printed volume. */
export function importLink({ editionId, importId }: { editionId: string | undefined; importId: string }) {
  return editionId === undefined
    ? linkOptions({ to: '/new/printed/$importId', params: { importId } })
    : linkOptions({ to: '/volumes/$editionId/printed/$importId', params: { editionId, importId } });
}

/** The way to where a volume is made from TEI. */
export function teiLink(editionId: string | undefined) {
  return editionId === undefined
    ? linkOptions({ to: '/new/tei' })
    : linkOptions({ to: '/volumes/$editionId/tei', params: { editionId } });
}

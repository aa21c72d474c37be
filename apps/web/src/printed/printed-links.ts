import { linkOptions } from '@tanstack/react-router';

// Where volumes are brought in: at the desk of a volume that is there, or at a house without any.

export function printedLink(editionId: string | undefined) {
  return editionId === undefined
    ? linkOptions({ to: '/new/printed' })
    : linkOptions({ to: '/volumes/$editionId/printed', params: { editionId } });
}

export function importLink({ editionId, importId }: { editionId: string | undefined; importId: string }) {
  return editionId === undefined
    ? linkOptions({ to: '/new/printed/$importId', params: { importId } })
    : linkOptions({ to: '/volumes/$editionId/printed/$importId', params: { editionId, importId } });
}

export function teiLink(editionId: string | undefined) {
  return editionId === undefined
    ? linkOptions({ to: '/new/tei' })
    : linkOptions({ to: '/volumes/$editionId/tei', params: { editionId } });
}

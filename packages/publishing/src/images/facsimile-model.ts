import { isWebAddress, type LeafView } from '@chancery/tei';
import { model, modelDocument } from '../web/xml-writing.js';
import { imagePath, type ShownImage } from './shown-images.js';

/**
 * The pictures of a document’s pages as the stylesheets take them: `c:image`, which has a `src` where it is on the web, and a `file`
 * in the publication, from its front page; with `c:lie` where it is shown turned or in part.
 */
export function facsimileModel(images: readonly ShownImage[]): string {
  return modelDocument(
    'facsimile',
    {},
    ...images.map((image, index) => {
      const { url, published, alt, page, label } = image;
      return model(
        'image',
        {
          url,
          src: !published && isWebAddress(url) ? url : undefined,
          file: published && imagePath(published),
          alt,
          label: page === undefined ? label || `Image ${index + 1}` : `Page ${page}`,
          width: published?.width,
          height: published?.height,
        },
        lieOf(image),
      );
    }),
  );
}

/** How the page lies on its picture: the edges of both, and by how much that is turned. */
function lieOf({ view, width, height }: ShownImage): string {
  if (!view || width === undefined || height === undefined || isPlain(view)) return '';
  const { left, top, ...part } = view.crop ?? { left: 0, top: 0, width, height };
  return model('lie', {
    whole: `0 0 ${width} ${height}`,
    part: `${left} ${top} ${left + part.width} ${top + part.height}`,
    turn: view.rotation,
  });
}

function isPlain({ rotation, crop }: LeafView): boolean {
  return rotation === 0 && crop === null;
}

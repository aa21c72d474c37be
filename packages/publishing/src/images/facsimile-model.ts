import { isWebAddress, type LeafView } from '@chancery/tei';
import { model, modelDocument } from '../web/xml-writing.js';
import { imagePath, pageId, type ShownFigure, type ShownImage } from './shown-images.js';

/**
 * The pictures of a document’s pages as the stylesheets take them: `c:image`, which has a `src` where it is on the web, a `file` in
 * the publication, from its front page, and a `page` where that begins at an address of its own in the text; with `c:lie` where it is shown turned or in part.
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
          page: pageId(image, images),
          label: page === undefined ? label || `Image ${index + 1}` : `Page ${page}`,
          width: published?.width,
          height: published?.height,
        },
        lieOf(image),
      );
    }),
  );
}

/** The pictures in the running text of a document as the stylesheets take them: `c:graphic`, by the `url` that it writes. */
export function figuresModel(figures: readonly ShownFigure[]): string {
  return modelDocument(
    'figures',
    {},
    ...figures.map(({ url, description, published }) => {
      const { width, height } = published;
      const alt = description ?? (published.alt || undefined);
      return model('graphic', { url, file: imagePath(published), alt, width, height });
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

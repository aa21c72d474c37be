/** A service of the IIIF Image API, which makes pictures on demand. */
export interface ImageService {
  /** Its address, without a slash at the end. */
  readonly id: string;
  /** Which version of the API it speaks. */
  readonly version: 2 | 3;
}

/**
 * The service that the address of a picture is one of. Undefined where the address names a picture and nothing else.
 *
 * The whole picture is `…/full/full/0/default.jpg` in the Image API 2 (section 4) and `…/full/max/0/default.jpg` in 3 (section 4). An address
 * without the name of a picture is that of a service.
 */
export function imageServiceOf(url: string): ImageService | undefined {
  const [, base, size] = /^(.*?)\/full\/([^/]+)\/0\/(?:default|native)\.\w+$/.exec(url) ?? [];
  if (base !== undefined) return { id: base, version: size === 'max' ? 3 : 2 };
  const bare = url.replace(/\/info\.json$/, '').replace(/\/+$/, '');
  return /\.(?:jpe?g|png|tiff?|webp|gif|jp2)$/i.test(bare) ? undefined : { id: bare, version: 3 };
}

/** The address of the whole picture that a service makes. */
export function wholePicture({ id, version }: ImageService): string {
  return `${id}/full/${version === 2 ? 'full' : 'max'}/0/default.jpg`;
}

import type { PageImageAnswer } from '@chancery/server/api';

const notLoaded = 'The image could not be loaded.';

/** What the viewer takes the picture of a leaf from. */
export async function leafTiles(leaf: PageImageAnswer, signal: AbortSignal): Promise<object> {
  const { service, elsewhere, file } = leaf;
  // The desk asks where it was itself had from, under whatever name the house goes.
  if (!elsewhere) return described(new URL(service, location.href).href, 'id', signal);
  const whole = { type: 'image', url: file };
  if (elsewhere.version === null) return whole;
  try {
    return await described(service, elsewhere.version === 2 ? '@id' : 'id', signal);
  } catch (error) {
    if (signal.aborted) throw error;
    // A house may show its pictures to everybody and tell other houses nothing of them.
    return whole;
  }
}

/** What a service says of its picture, asked for its tiles at the address that it was asked at. */
async function described(service: string, id: 'id' | '@id', signal: AbortSignal): Promise<object> {
  const response = await fetch(`${service}/info.json`, { credentials: 'same-origin', signal });
  if (!response.ok) throw new Error(notLoaded);
  const information: object = await response.json();
  return { ...information, [id]: service };
}

/**
 * A relative reference resolved against the path of the file that holds it (RFC 3986 §5.2.4, for paths only).
 *
 * @example resolvePath('letters/a.xml', '../volume.xml') // 'volume.xml'
 */
export function resolvePath(from: string, reference: string): string {
  if (reference === '') return from;
  const parts = reference.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of decoded(reference).split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

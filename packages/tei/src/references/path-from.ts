/**
 * The path that a relative pointer leads to from a file, both inside the edition's folder.
 *
 * @example
 * pathFrom('letters/a.xml', '../volume.xml'); // 'volume.xml'
 */
export function pathFrom(file: string, pointer: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of pointer.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/**
 * The pointer from one file to another, both inside the edition's folder.
 *
 * @example
 * pointerTo('letters/a.xml', 'volume.xml'); // '../volume.xml'
 */
export function pointerTo(file: string, other: string): string {
  const from = file.split('/').slice(0, -1);
  const to = other.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

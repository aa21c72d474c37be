import { isWebAddress } from './is-web-address.js';

/**
 * The path that a relative pointer leads to from a file, both inside the edition's folder. An address of the web leads where it says.
 *
 * @example
 * pathFrom('letters/a.xml', '../volume.xml'); // 'volume.xml'
 */
export function pathFrom(file: string, pointer: string): string {
  if (isWebAddress(pointer)) return pointer;
  const parts = file.split('/').slice(0, -1);
  for (const part of pointer.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/**
 * The pointer from one file to another, both inside the edition's folder. What is on the web is pointed to by its address.
 *
 * @example
 * pointerTo('letters/a.xml', 'volume.xml'); // '../volume.xml'
 */
export function pointerTo(file: string, other: string): string {
  if (isWebAddress(other)) return other;
  const from = file.split('/').slice(0, -1);
  const to = other.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

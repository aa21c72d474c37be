/** The path of a file inside its edition: whatever it was called, it stays below the edition's folder. */
export function storedPath(path: string): string {
  const parts = path
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !part.endsWith(':'));
  return parts.join('/');
}

/**
 * What a file is called by where documents are named: its name without folders and without the ending of XML.
 *
 * @example
 * fileStem('letters/stalin-1941-08-04.xml'); // 'stalin-1941-08-04'
 */
export function fileStem(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.xml$/i, '');
}

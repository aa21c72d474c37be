/** The name of the file that a leaf is of, as it is kept: `scan-001.jpg` of `images/scan-001.jpg#page=2`. */
export const fileName = (path: string): string => path.replace(/^images\//, '').replace(/#.*$/, '');

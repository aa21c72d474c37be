import { spawnSync } from 'node:child_process';

/** Ways in which epubcheck is installed: as a command, and as Debian has it where the system starts no Java archives. */
const ways: readonly (readonly string[])[] = [
  ['epubcheck'],
  ['java', '-jar', '/usr/share/java/epubcheck.jar'],
];

/** Checks the book at a path, and gives back all that epubcheck says of it; undefined where it is not installed. */
export function epubcheck(): ((path: string) => string) | undefined {
  const runs = ([command = '', ...before]: readonly string[], ...more: readonly string[]) =>
    spawnSync(command, [...before, ...more], { encoding: 'utf8' });
  const way = ways.find((each) => runs(each, '--version').stdout?.includes('EPUBCheck'));
  return (
    way &&
    ((path) => {
      const { stdout, stderr } = runs(way, '--failonwarnings', path);
      return stdout + stderr;
    })
  );
}

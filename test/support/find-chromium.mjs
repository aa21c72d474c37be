import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(wanted) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => wanted.map((name) => join(folder, name)))
    .find(isProgram);
}

const installed = () => onPath(names) ?? places.find(isProgram);

function installFromDebian(name, why) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  const run = (...command) =>
    spawnSync('apt-get', command, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  console.error(`${why} Installing it from Debian’s packages …`);
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', name);
}

/**
 * The path of a Chromium to run the browser journeys in: `CHROMIUM_PATH` if it is set, else one that
 * the system has, else, as root on Debian, one installed now from the distribution's packages.
 *
 * @throws {Error} saying how to provide one, when none of these is possible.
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM_PATH is set to ${named}, but there is no program there.`);
  }
  const found = installed();
  if (found) return found;
  installFromDebian('chromium', 'Chromium is not on this machine.');
  const now = installed();
  if (now) return now;
  throw new Error(
    'The browser journeys need Chromium. Install it (Debian, Ubuntu: “sudo apt-get install chromium”; ' +
      'macOS: “brew install --cask chromium”) or set CHROMIUM_PATH to the program of a Chromium or Chrome.',
  );
}

/**
 * The path of a Chromium for the browser journeys: the one without windows, Debian’s `chromium-headless-shell`, where it is to be had,
 * since it takes about a quarter less of the processor; else any, as {@link findChromium} says.
 *
 * @throws {Error} as {@link findChromium} does
 */
export function findHeadlessChromium() {
  if (process.env.CHROMIUM_PATH) return findChromium();
  const shell = 'chromium-headless-shell';
  const found = onPath([shell]);
  if (found) return found;
  // On a person’s own computer nothing is installed beside a Chromium that is there.
  if (process.env.CI || !installed())
    installFromDebian(shell, 'Chromium without windows is not on this machine.');
  return onPath([shell]) ?? findChromium();
}

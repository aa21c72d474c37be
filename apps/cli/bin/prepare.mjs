// Brings a checkout to where it can run: packages installed, everything built. Needs nothing but Node, since on a fresh
// clone there is nothing else. Does only what is missing, so that a second start is quick.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Something that the person at the terminal can put right; shown without a stack. */
export class NotPrepared extends Error {
  name = 'NotPrepared';
}

const workspaceFolders = ['apps', 'packages'];
const notSource = new Set(['node_modules', 'dist', 'generated', '.turbo', 'coverage']);
/** Without these there is nothing to start, whatever the stamp says. */
const outputs = ['apps/server/dist/index.js', 'apps/cli/dist/index.js', 'apps/web/dist/index.html'];

/** Whether a version of Node satisfies `^20.19.0 || ^22.12.0 || >=24.0.0`, as package.json asks for. */
export function isSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

function checkNode() {
  if (isSupported(process.versions.node)) return;
  throw new NotPrepared(
    `Chancery needs Node 20.19 or later (of the lines 20, 22, 24 and up); this is ${process.versions.node}. Get it from https://nodejs.org and start again.`,
  );
}

function foldersIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notSource.has(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort();
}

function* filesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !notSource.has(entry.name)) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

function fingerprint(root, files) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  for (const file of files)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function installFingerprint(root) {
  const manifests = ['package.json', 'package-lock.json', '.npmrc', 'test/package.json'].map((name) =>
    join(root, name),
  );
  for (const folder of workspaceFolders) {
    for (const workspace of foldersIn(join(root, folder))) manifests.push(join(workspace, 'package.json'));
  }
  return fingerprint(root, manifests.filter(existsSync));
}

function buildFingerprint(root) {
  const files = ['tsconfig.base.json', 'turbo.json', 'package-lock.json'].map((name) => join(root, name));
  for (const folder of workspaceFolders) {
    for (const file of filesIn(join(root, folder))) if (!/\.test\.tsx?$/.test(file)) files.push(file);
  }
  return fingerprint(root, files);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Runs a program without showing what it says, unless it fails. */
function run(command, args, options) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const listen = (chunk) => {
      said += chunk;
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', (error) => fail(new NotPrepared(`${command} could not be started: ${error.message}`)));
    child.on('close', (status, signal) => {
      if (status === 0) done();
      else
        fail(
          new NotPrepared(
            `${said.trim()}\n\n“${args.join(' ')}” ended with ${signal ?? `status ${status}`}.`,
          ),
        );
    });
  });
}

/** npm as it was started, or the one on the path. */
function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return run(process.execPath, [cli, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    ...options,
    shell: process.platform === 'win32',
  });
}

/** Shows a step while it is done, and how long it took. */
async function step(label, work) {
  const begun = performance.now();
  process.stderr.write(`${label} …`);
  try {
    await work();
  } catch (error) {
    process.stderr.write(' failed\n\n');
    throw error;
  }
  process.stderr.write(` ${((performance.now() - begun) / 1000).toFixed(0)} s\n`);
}

/**
 * Checks Node, installs the packages when they are missing or not those of the lock file, builds when a source has
 * changed since the last build.
 *
 * @param {string} root the folder of the checkout
 * @throws {NotPrepared} with what npm or the build said
 */
export async function prepare(root) {
  checkNode();
  const options = { cwd: root, env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' } };

  const installStamp = join(root, 'node_modules', '.chancery-install');
  if (read(installStamp) !== installFingerprint(root)) {
    const first = !existsSync(installStamp);
    // Not `npm ci`: it refuses a lock file that was written on another platform and names other optional packages.
    await step(
      first ? 'Installing the packages, which takes a minute or two' : 'Installing changed packages',
      () => npm(['install', '--no-audit', '--no-fund', '--loglevel=error'], options),
    );
    // npm may have completed the lock file for this platform.
    writeFileSync(installStamp, installFingerprint(root));
  }

  const buildStamp = join(root, 'node_modules', '.chancery-build');
  const sources = buildFingerprint(root);
  if (read(buildStamp) !== sources || outputs.some((file) => !existsSync(join(root, file)))) {
    const turbo = createRequire(join(root, 'package.json')).resolve('turbo/bin/turbo');
    await step(existsSync(buildStamp) ? 'Building what changed' : 'Building, which takes a minute', () =>
      run(process.execPath, [turbo, 'run', 'build', '--output-logs=errors-only'], options),
    );
    writeFileSync(buildStamp, sources);
  }
}

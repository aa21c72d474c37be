// @ts-check
// The process in which an edition's own stylesheet is compiled. The compiler reads files and runs what a stylesheet says
// at that time (static parameters, use-when, XSLT 3.0 section 9.6): here it reads stylesheets below the edition's folder
// and Chancery's own, and nothing else. Plain JavaScript, because it is run as it stands, from source and from a build alike.

import { realpathSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [, , driver = '', target = '', ...roots] = process.argv;
const [, ours = ''] = roots;
const require = createRequire(import.meta.url);
const platform = require('saxon-js').getPlatform();
const { readFile, resourcePromise } = platform;

/**
 * The compiler has no words for what is refused: it is said in a line of its own.
 *
 * @param {string} why
 * @returns {never}
 */
function refuse(why) {
  writeSync(2, `refused: ${why}\n`);
  throw new Error(why);
}

/**
 * The path of what the compiler asks for.
 *
 * @param {string} uri
 * @returns {string}
 */
function allowed(uri) {
  const path = uri.startsWith('file:') ? real(fileURLToPath(uri)) : undefined;
  const inside = path !== undefined && roots.some((root) => path.startsWith(realpathSync(root) + sep));
  if (!inside || !/\.xslt?$/.test(path))
    refuse(`A stylesheet may read stylesheets of its own folder and Chancery’s only, not ${uri}`);
  return path;
}

/** @param {string} path */
function real(path) {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} uri
 * @param {...unknown} more
 */
platform.readFile = (uri, ...more) => {
  const text = readFile.call(platform, pathToFileURL(allowed(String(uri))).href, ...more);
  // The compiler resolves no addresses of its own making.
  return typeof text === 'string'
    ? text.replace(/(\shref\s*=\s*["'])chancery:/g, `$1${pathToFileURL(ours).href}/`)
    : text;
};

/** @param {{ file?: string }} asked */
platform.resourcePromise = (asked, ...more) => {
  if (asked?.file !== driver) refuse('A stylesheet may read nothing but stylesheets.');
  return resourcePromise.call(platform, asked, ...more);
};

platform.makeHttpRequest = () => refuse('A stylesheet may not use the network.');

process.argv = [
  process.argv[0] ?? '',
  'xslt3',
  `-xsl:${driver}`,
  `-export:${target}`,
  '-nogo',
  '-relocate:on',
];
require('xslt3/xslt3.js');

// @ts-check
// The process in which Typst runs, apart from the one that asks: a bad document may cost its memory and its life and
// nothing else. Plain JavaScript, because it is forked as it stands, from source and from a build alike.
//
// It is started in an empty folder of its own, which is also all that Typst may read, and behind a proxy that is not
// there, so that Typst's package downloads go nowhere.

import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/**
 * @typedef {{ file: string | undefined, line: number | undefined, column: number | undefined, message: string }} Diagnostic
 * @typedef {{ id: number, files: Record<string, string | Uint8Array>, main: string, standard: string | undefined, meets: string | undefined, tagged: boolean, drawn: boolean }} Request
 */

const megabyte = 1024 * 1024;

if (isMainThread) serve();
else watchMemory();

/** A second thread watches the memory, because the first is inside the compiler when it grows. */
function watchMemory() {
  const limit = workerData.limit * megabyte;
  setInterval(() => {
    if (process.memoryUsage.rss() < limit) return;
    writeSync(2, 'memory-limit\n');
    process.kill(process.pid, 'SIGKILL');
  }, 50);
}

function serve() {
  const folder = process.cwd();
  /** @type {InstanceType<typeof NodeCompiler> | undefined} */
  let compiler;
  /**
   * What the compiler has of the files, by their names: it reads anew what it is given anew, also where that is the same.
   *
   * @type {Map<string, Buffer>}
   */
  const held = new Map();

  process.on('disconnect', () => process.exit(0));
  process.on('message', (/** @type {any} */ message) => {
    if (message.fonts) {
      new Worker(new URL(import.meta.url), { workerData: { limit: message.memoryLimit } }).unref();
      compiler = NodeCompiler.create({
        workspace: folder,
        fontArgs: [{ fontBlobs: message.fonts.map((/** @type {Uint8Array} */ font) => Buffer.from(font)) }],
      });
      return;
    }
    if (!compiler) throw new Error('asked for a document before it was given fonts');
    hold(compiler, folder, held, message.files);
    const { document, ...reply } = typeset(compiler, folder, message);
    process.send?.({ id: message.id, ...reply });
    // Whoever asked has the pages, and goes on with them meanwhile.
    if (document && message.meets)
      process.send?.({ id: message.id, unmet: unmet(compiler, document, message.meets) });
    // Results not used by the last two documents are forgotten.
    compiler.evictCache(2);
    // Documents are of the compiler's memory, of which the engine does not know how much they take: it would keep them.
    setImmediate(() => {
      globalThis.gc?.();
      process.send?.({ memory: process.memoryUsage.rss() / megabyte });
    });
  });
}

/**
 * Has the compiler know these files and no others.
 *
 * @param {InstanceType<typeof NodeCompiler>} compiler
 * @param {string} folder
 * @param {Map<string, Buffer>} held
 * @param {Record<string, string | Uint8Array>} files
 */
function hold(compiler, folder, held, files) {
  for (const name of held.keys()) {
    if (Object.hasOwn(files, name)) continue;
    compiler.unmapShadow(resolve(folder, name));
    held.delete(name);
  }
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    if (held.get(name)?.equals(bytes)) continue;
    compiler.mapShadow(resolve(folder, name), bytes);
    held.set(name, bytes);
  }
}

/**
 * @param {InstanceType<typeof NodeCompiler>} compiler
 * @param {string} folder
 * @param {Request} request
 */
function typeset(compiler, folder, request) {
  const outcome = compiler.compile({ mainFilePath: resolve(folder, request.main), resetRead: true });
  const warnings = outcome.takeWarnings();
  const errors = outcome.takeError();
  /** @type {Diagnostic[]} */
  const diagnostics = [errors, warnings].flatMap((found) =>
    found ? compiler.fetchDiagnostics(found).map((one) => plain(one, folder)) : [],
  );
  const document = outcome.result;
  if (diagnostics.length > 0 || !document) return { diagnostics };
  try {
    const pdf = compiler.pdf(document, {
      pdfTags: request.tagged,
      ...(request.standard ? { pdfStandard: request.standard } : {}),
    });
    return {
      diagnostics,
      document,
      pdf,
      pages: document.numOfPages,
      ...(request.drawn ? { drawing: compiler.plainSvg(document) } : {}),
    };
  } catch (error) {
    return {
      diagnostics: complaints(error).map((message) => ({
        file: undefined,
        line: undefined,
        column: undefined,
        message,
      })),
    };
  }
}

/**
 * What keeps a document from meeting another standard.
 *
 * @param {InstanceType<typeof NodeCompiler>} compiler
 * @param {import('@myriaddreamin/typst-ts-node-compiler').NodeTypstDocument} document
 * @param {string} standard
 */
function unmet(compiler, document, standard) {
  try {
    compiler.pdf(document, { pdfStandard: standard });
    return [];
  } catch (error) {
    return complaints(error);
  }
}

/**
 * @param {unknown} error of an export
 * @returns {string[]}
 */
function complaints(error) {
  const text = String(/** @type {{ code?: unknown }} */ (error).code ?? error);
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) =>
    unescaped(message),
  );
  return messages.length > 0 ? messages : [text];
}

/**
 * What the compiler quotes as Rust does, which is not quite as JSON does: `\u{a0}`, `\'`.
 *
 * @param {string} quoted
 */
function unescaped(quoted) {
  /** @type {Readonly<Record<string, string>>} */
  const escapes = { n: '\n', r: '\r', t: '\t', 0: '\0' };
  return quoted.replace(/\\(?:u\{([0-9a-f]{1,6})\}|(.))/gs, (_, code, sign) =>
    code === undefined ? (escapes[sign] ?? sign) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/**
 * @param {any} found
 * @param {string} folder
 * @returns {Diagnostic}
 */
function plain(found, folder) {
  const start = found.range?.start;
  return {
    file: found.path ? String(found.path).replace(`${folder}/`, '') : undefined,
    line: start ? start.line + 1 : undefined,
    column: start ? start.character + 1 : undefined,
    message: String(found.message).replaceAll(folder, '.'),
  };
}

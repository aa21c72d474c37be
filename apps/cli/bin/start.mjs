// `npm start`: makes the checkout ready where it is not, and serves Chancery until Ctrl-C.
import { fileURLToPath } from 'node:url';
import { NotPrepared, prepare } from './prepare.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

try {
  await prepare(root);
  const { serve } = await import('@chancery/server');
  const status = await serve({ root, write: (text) => process.stdout.write(text) });
  // Whatever is still open must not keep a stopped server running.
  process.exit(status);
} catch (error) {
  console.error(error instanceof NotPrepared ? error.message : error);
  process.exitCode = 1;
}

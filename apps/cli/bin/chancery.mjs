#!/usr/bin/env node
// The command `chancery`. What it does is in ../src; this file only builds that in a checkout where nobody has yet.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NotPrepared, prepare } from './prepare.mjs';

const built = new URL('../dist/main.js', import.meta.url);

async function isBuilt() {
  if (existsSync(built)) return true;
  try {
    await prepare(fileURLToPath(new URL('../../..', import.meta.url)));
    return true;
  } catch (error) {
    if (!(error instanceof NotPrepared)) throw error;
    process.stderr.write(`${error.message}\n`);
    return false;
  }
}

if (await isBuilt()) {
  const { run } = await import(built);
  await run();
} else process.exitCode = 1;

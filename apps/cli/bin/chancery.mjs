#!/usr/bin/env node
// The command `chancery`. What it does is in ../src; this file only says so plainly when that is not built yet.
import { existsSync } from 'node:fs';

const built = new URL('../dist/main.js', import.meta.url);
if (existsSync(built)) {
  const { run } = await import(built);
  await run();
} else {
  process.stderr.write(
    'Chancery is not built yet. In its folder, “npm start” builds and starts all of it;\n' +
      '“npx turbo run build --filter=@chancery/cli” builds this command alone.\n',
  );
  process.exitCode = 1;
}

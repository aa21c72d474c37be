// Publishes a generated volume in a process of its own: node publish-process.mjs LETTERS FOLDER [PART…]
import { publishEdition } from '@chancery/publishing';
import { generatedVolume } from './generated-volume.mjs';

const [letters, out, ...only] = process.argv.slice(2);
const edition = generatedVolume(Number(letters));
const start = performance.now();
await publishEdition(edition, { out, ...(only.length > 0 ? { only } : {}) });
process.send?.((performance.now() - start) / 1000);
process.disconnect?.();

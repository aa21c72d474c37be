import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { report } from './report.mjs';
import { startChancery } from './running-server.mjs';
import { inTurns, quantile } from './timing.mjs';

const [width, height] = [5_480, 7_300];
const partBytes = 8 * 1024 * 1024;
/** The pixels of the pane beside the text, on each side of a tile, and how a viewer divides a leaf. */
const pane = 800;
const tile = 512;

/** A leaf of 40 million pixels, with grain as paper has it. */
async function scan() {
  const lines = Array.from(
    { length: 90 },
    (_, line) =>
      `<rect x="500" y="${600 + 70 * line}" width="${3_500 + ((line * 397) % 900)}" height="26" fill="#333"/>`,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${lines.join('')}</svg>`;
  const grain = { type: 'gaussian', mean: 215, sigma: 9 };
  return sharp({ create: { width, height, channels: 3, background: '#fff', noise: grain } })
    .composite([{ input: Buffer.from(drawing) }])
    .jpeg({ quality: 90 })
    .toBuffer();
}

const chancery = await startChancery();
const { address, cookie } = chancery;

/** Asks, and answers when the whole answer is there. */
async function ask(path, init = {}) {
  const answer = await fetch(`${address}${path}`, {
    ...init,
    headers: { cookie, origin: address, ...init.headers },
  });
  const content = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${content}`);
  return content;
}

const asJson = (body) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

try {
  const content = await scan();
  const { editions } = JSON.parse(await ask('/api/editions'));
  const images = `/api/editions/${editions[0].id}/images`;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const parts = Math.ceil(content.length / partBytes);
  const begun = performance.now();
  for (let part = 0; part < parts; part += 1)
    await ask(`${images}/parts/${sha256}/${part}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: content.subarray(part * partBytes, (part + 1) * partBytes),
    });
  const { images: added } = JSON.parse(await ask(images, asJson({ sha256, name: 'scan.jpg', parts })));
  const taken = performance.now() - begun;
  const { service } = added[0];

  // What a viewer asks for to fill the pane: the description, and the tiles of the level that is large enough.
  const information = JSON.parse(await ask(`${service}/info.json`));
  const scale = information.tiles[0].scaleFactors.findLast((factor) => height / factor >= pane);
  const tilesAt = (factor) => {
    const tiles = [];
    for (let y = 0; y < height; y += tile * factor)
      for (let x = 0; x < width; x += tile * factor) {
        const [w, h] = [Math.min(tile * factor, width - x), Math.min(tile * factor, height - y)];
        tiles.push(
          `${service}/${x},${y},${w},${h}/${Math.ceil(w / factor)},${Math.ceil(h / factor)}/0/default.jpg`,
        );
      }
    return tiles;
  };
  const first = tilesAt(scale);
  const opened = performance.now();
  await ask(`${service}/info.json`);
  await Promise.all(first.map((path) => ask(path)));
  const visible = performance.now() - opened;

  const close = tilesAt(1).slice(0, 20);
  const [fresh] = await inTurns([() => ask(close.shift())], { warmUp: 0, rounds: 20 });
  const again = tilesAt(1).slice(0, 20);
  const kept = [];
  for (let round = 0; round < 5; round += 1)
    for (const path of again) {
      const start = performance.now();
      await ask(path);
      kept.push(performance.now() - start);
    }
  kept.sort((one, other) => one - other);
  const size = `${(content.length / 1024 / 1024).toFixed(1)} MB`;
  report(
    { name: 'A scan of 40 megapixels, sent and read', unit: 'ms', value: taken, remark: `a JPEG of ${size}` },
    {
      name: 'The scan visible in its pane',
      unit: 'ms',
      value: visible,
      goal: { atMost: 1_000 },
      remark: `${first.length} tiles, none of them made before`,
    },
    { name: 'A tile that is made', unit: 'ms', value: quantile(fresh, 0.5), p99: quantile(fresh, 0.99) },
    {
      name: 'A tile that is kept',
      unit: 'ms',
      value: quantile(kept, 0.5),
      p99: quantile(kept, 0.99),
      goal: { atMost: 50 },
    },
  );
} finally {
  await chancery.stop();
}

import type { RecognizedBlock, RecognizedPage } from '@chancery/importing/recognized';
import sharp from 'sharp';
import { createWorker, OEM, type Worker } from 'tesseract.js';
import type { OcrOrder, PictureToRead } from './ocr-messages.js';
import { onWholePicture } from './turned-area.js';

/** The longer side of what is read, in pixels, at most: more makes it slower and no better. */
const longest = 4_000;

/**
 * Reads the text off a picture. Nothing is fetched: what is known of the languages is read from files, and nothing is kept.
 *
 * @param onProgress told how far it is, from 0 to 1
 */
export async function recognizePicture(
  { picture, languages, folder }: OcrOrder,
  onProgress: (progress: number) => void,
): Promise<RecognizedPage> {
  const { content, scale } = await prepared(picture);
  const worker = await new Promise<Worker>((resolve, reject) => {
    createWorker([...languages], OEM.LSTM_ONLY, {
      langPath: folder,
      cacheMethod: 'none',
      // Where a language cannot be read, nothing else is told.
      errorHandler: reject,
      logger: ({ status, progress }) => {
        if (status === 'recognizing text') onProgress(progress);
      },
    }).then(resolve, reject);
  });
  try {
    const { data } = await worker.recognize(content, {}, { blocks: true, text: false });
    const on = ({ x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }) =>
      onWholePicture({ left: x0, top: y0, right: x1, bottom: y1 }, picture, scale);
    const blocks = (data.blocks ?? [])
      .flatMap(({ paragraphs }) => paragraphs)
      .map(
        ({ bbox, lines }): RecognizedBlock => ({
          area: on(bbox),
          lines: lines.map((line) => ({
            area: on(line.bbox),
            words: line.words
              .filter(({ text }) => text.trim() !== '')
              .map((word) => ({
                text: word.text.trim(),
                confidence: Math.min(1, Math.max(0, word.confidence / 100)),
                area: on(word.bbox),
              })),
          })),
        }),
      )
      .filter(({ lines }) => lines.some(({ words }) => words.length > 0));
    return { size: { width: picture.width, height: picture.height }, blocks };
  } finally {
    await worker.terminate();
  }
}

/** The part that is shown of the picture, upright, no larger than need be. */
async function prepared(picture: PictureToRead): Promise<{ content: Buffer; scale: number }> {
  const { file, width, height, levels, rotation, crop } = picture;
  const part = crop ?? { left: 0, top: 0, width, height };
  let level = 0;
  while (level + 1 < levels && Math.max(part.width, part.height) / 2 ** (level + 1) >= longest / 2)
    level += 1;
  const [across, down] = [width >> level, height >> level];
  const left = Math.min(across - 1, part.left >> level);
  const top = Math.min(down - 1, part.top >> level);
  const content = await sharp(file, { page: level, limitInputPixels: false })
    .extract({
      left,
      top,
      width: Math.max(1, Math.min(part.width >> level, across - left)),
      height: Math.max(1, Math.min(part.height >> level, down - top)),
    })
    .rotate(rotation)
    .grayscale()
    .png()
    .toBuffer();
  return { content, scale: 1 / 2 ** level };
}

import type { RecognitionAnswer } from '@chancery/server/api';
import { ask } from './ask.js';
import { api } from './client.js';

const letter = api.letters[':letterId'];

/** What is recognized on the leaves of a letter: the last of each leaf. */
export async function getRecognitions(letterId: string): Promise<RecognitionAnswer[]> {
  return (await (await letter.recognitions.$get({ param: { letterId } })).json()).recognitions;
}

/** Has the text read off the picture of a leaf. */
export async function recognizeImage(letterId: string, imageId: string): Promise<void> {
  await letter.images[':imageId'].recognitions.$post({ param: { letterId, imageId } });
}

/** Sends a file of what was recognized on the picture of a leaf. */
export async function putRecognized(letterId: string, imageId: string, file: File): Promise<void> {
  const of = `/api/letters/${encodeURIComponent(letterId)}/images/${encodeURIComponent(imageId)}`;
  await ask(`${of}/recognized?name=${encodeURIComponent(file.name)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
}

export async function stopRecognition(letterId: string, recognitionId: string): Promise<void> {
  await letter.recognitions[':recognitionId'].cancellation.$post({ param: { letterId, recognitionId } });
}

/** Says of doubtful words that they were looked at. */
export async function settleWords(letterId: string, recognitionId: string, words: string[]): Promise<void> {
  await letter.recognitions[':recognitionId'].settled.$post({
    param: { letterId, recognitionId },
    json: { words },
  });
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadValidator, readSchemas } from '../node.js';
import { SchemaError } from '../schema-error.js';
import { openValidatorThreads } from './open-validator-threads.js';

const letter = readFileSync(
  fileURLToPath(new URL('../../../../corpus/letters/stalin-1941-08-04.xml', import.meta.url)),
  'utf8',
);

test('threads find what a validator here finds, each for the file that was asked of', async () => {
  const here = await loadValidator();
  const sources = [letter, '<TEI>', letter.replace('<p>', '<p><foo/>'), letter.replace('<p>', '<p><gap/>')];
  const threads = openValidatorThreads(readSchemas(), 2);
  try {
    expect(await Promise.all(sources.map((source) => threads.validate(source)))).toEqual(
      sources.map((source) => here.validate(source)),
    );
  } finally {
    await threads.stop();
  }
  await expect(threads.validate(letter)).rejects.toThrow('has ended');
});

test('a schema that cannot be used is told to whoever asks', async () => {
  const threads = openValidatorThreads({ ...readSchemas(), rng: '<grammar' }, 1);
  try {
    await expect(threads.validate(letter)).rejects.toBeInstanceOf(SchemaError);
    await expect(threads.validate(letter)).rejects.toBeInstanceOf(SchemaError);
  } finally {
    await threads.stop();
  }
});

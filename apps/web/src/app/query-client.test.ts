import { QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { AnswerCache } from './query-client.js';

const queryKey = ['comments'];

describe('AnswerCache', () => {
  const cache = new AnswerCache();
  afterEach(() => cache.clear());

  it('asks again when the first answer was asked for before something changed', async () => {
    const answers: ((answer: string) => void)[] = [];
    const observer = new QueryObserver(cache, {
      queryKey,
      queryFn: () => new Promise<string>((answer) => answers.push(answer)),
    });
    const stop = observer.subscribe(() => {});
    const renewed = cache.invalidateQueries({ queryKey });
    answers[0]?.('before');
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.('after');
    await renewed;
    expect(cache.getQueryData(queryKey)).toBe('after');
    stop();
  });

  it('asks again also when the first request fails', async () => {
    let asked = 0;
    const observer = new QueryObserver(cache, {
      queryKey,
      retry: false,
      queryFn: () => {
        asked += 1;
        return asked === 1 ? Promise.reject(new Error('lost')) : Promise.resolve('after');
      },
    });
    const stop = observer.subscribe(() => {});
    await cache.invalidateQueries({ queryKey });
    expect(cache.getQueryData(queryKey)).toBe('after');
    stop();
  });

  it('asks once for an answer that is there', async () => {
    let asked = 0;
    const observer = new QueryObserver(cache, {
      queryKey,
      queryFn: () => {
        asked += 1;
        return Promise.resolve(asked);
      },
    });
    const stop = observer.subscribe(() => {});
    await expect.poll(() => cache.getQueryData(queryKey)).toBe(1);
    await cache.invalidateQueries({ queryKey });
    expect(cache.getQueryData(queryKey)).toBe(2);
    stop();
  });
});

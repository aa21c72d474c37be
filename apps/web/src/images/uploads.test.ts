import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addImage, getKnown, getReading, patchImage, putPart } from '../api/images.js';
import { RequestFailed } from '../api/request-failed.js';
import { Uploads } from './uploads.js';

vi.mock('../api/images.js', () => ({
  addImage: vi.fn(),
  getKnown: vi.fn(),
  getReading: vi.fn(),
  patchImage: vi.fn(),
  putPart: vi.fn(),
}));

const added = { images: [], notice: null };

beforeEach(() => {
  vi.mocked(addImage).mockResolvedValue(added);
  vi.mocked(putPart).mockResolvedValue(undefined);
  vi.mocked(getKnown).mockImplementation(async (_, files) => ({
    partBytes: 4,
    files: files.map((sha256) => ({ sha256, path: null, leaves: [], parts: [] })),
  }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

const file = (name: string, content = name) => new File([content], name);
const states = (uploads: Uploads) => uploads.all.get().map(({ file: { name }, state }) => [name, state.kind]);
const made = () => new Uploads('edition', undefined, () => {});

it('sends files in the order of their names; one that is too large holds none of the others up', async () => {
  const huge = file('scan-2.jpg');
  Object.defineProperty(huge, 'size', { value: 2 * 1024 ** 3 });
  const read = vi.spyOn(huge, 'arrayBuffer');
  const uploads = made();
  uploads.add([file('scan-10.jpg'), huge, file('scan-1.jpg'), file('list.txt')], true);
  await vi.waitFor(() =>
    expect(states(uploads)).toEqual([
      ['scan-1.jpg', 'done'],
      ['scan-2.jpg', 'failed'],
      ['scan-10.jpg', 'done'],
    ]),
  );
  expect(uploads.all.get()[1]?.state).toEqual({
    kind: 'failed',
    why: 'It is larger than 256 MB. Save it smaller.',
  });
  expect(read).not.toHaveBeenCalled();
});

it('stops in the middle of a file, and goes on with what is missing', async () => {
  vi.mocked(putPart).mockImplementation(
    (_, { part }, signal) =>
      new Promise((done, fail) => {
        if (part === 0) done();
        signal.addEventListener('abort', () => fail(new Error('aborted')));
      }),
  );
  const uploads = made();
  uploads.add([file('one.jpg', '12345678'), file('two.jpg')], false);
  await vi.waitFor(() => expect(putPart).toHaveBeenCalledTimes(2));
  uploads.stop();
  await vi.waitFor(() =>
    expect(states(uploads)).toEqual([
      ['one.jpg', 'failed'],
      ['two.jpg', 'failed'],
    ]),
  );
  expect(uploads.all.get()[0]?.state).toMatchObject({ why: expect.stringMatching(/^Stopped/) });
  expect(addImage).not.toHaveBeenCalled();

  vi.mocked(putPart).mockReset().mockResolvedValue(undefined);
  vi.mocked(getKnown).mockImplementation(async (_, files) => ({
    partBytes: 4,
    files: files.map((sha256) => ({ sha256, path: null, leaves: [], parts: [0] })),
  }));
  await vi.waitFor(() => {
    uploads.retry();
    expect(states(uploads).map(([, kind]) => kind)).toEqual(['done', 'done']);
  });
  expect(vi.mocked(putPart).mock.calls.map(([, { part }]) => part)).not.toContain(0);
});

it('tells which page the server reads', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let finish: (answer: typeof added) => void = () => {};
  vi.mocked(addImage).mockReturnValue(
    new Promise((done) => {
      finish = done;
    }),
  );
  vi.mocked(getReading).mockResolvedValue({ leaf: 3, of: 40 });
  const uploads = made();
  uploads.add([file('volume.pdf')], false);
  await vi.waitFor(() => expect(states(uploads)).toEqual([['volume.pdf', 'reading']]));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(uploads.all.get()[0]?.state).toEqual({ kind: 'reading', soFar: { leaf: 3, of: 40 } });
  finish(added);
  await vi.waitFor(() => expect(states(uploads)).toEqual([['volume.pdf', 'done']]));
});

it('waits while the server is out of reach, and goes on by itself in the same order', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const none = new RequestFailed('The server cannot be reached.', 0, 'about:unreachable');
  vi.mocked(putPart).mockRejectedValueOnce(none);
  const uploads = made();
  uploads.add([file('1.jpg'), file('2.jpg')], false);
  await vi.waitFor(() =>
    expect(states(uploads)).toEqual([
      ['1.jpg', 'held'],
      ['2.jpg', 'waiting'],
    ]),
  );
  vi.mocked(getKnown).mockRejectedValueOnce(none);
  await vi.advanceTimersByTimeAsync(3_000);
  await vi.waitFor(() => expect(getKnown).toHaveBeenCalledTimes(2));
  expect(states(uploads)[0]).toEqual(['1.jpg', 'held']);
  await vi.advanceTimersByTimeAsync(3_000);
  await vi.waitFor(() =>
    expect(states(uploads)).toEqual([
      ['1.jpg', 'done'],
      ['2.jpg', 'done'],
    ]),
  );
  expect(vi.mocked(addImage).mock.calls.map(([, { name }]) => name)).toEqual(['1.jpg', '2.jpg']);
});

it('says of a file that was sent twice at once that it is there', async () => {
  const uploads = made();
  uploads.add([file('a.jpg', 'same'), file('b.jpg', 'same')], false);
  await vi.waitFor(() =>
    expect(states(uploads)).toEqual([
      ['a.jpg', 'done'],
      ['b.jpg', 'there'],
    ]),
  );
  expect(addImage).toHaveBeenCalledTimes(1);
});

it('gives what is there already to the letter as what is new, and leaves it to those that have it', async () => {
  vi.mocked(getKnown).mockImplementation(async (_, [sha256 = '']) => ({
    partBytes: 4,
    files: [
      {
        sha256,
        path: 'images/volume.pdf#page=2',
        leaves: [
          { id: 'first', letters: ['other'] },
          { id: 'second', letters: ['letter'] },
        ],
        parts: [],
      },
    ],
  }));
  const uploads = new Uploads('edition', 'letter', () => {});
  uploads.add([file('volume.pdf')], false);
  await vi.waitFor(() => expect(states(uploads)).toEqual([['volume.pdf', 'there']]));
  expect(vi.mocked(patchImage).mock.calls).toEqual([['first', { letters: ['other', 'letter'] }]]);
  expect(addImage).not.toHaveBeenCalled();
});

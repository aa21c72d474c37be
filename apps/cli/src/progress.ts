import type { CommandIo } from './command-io.js';

/** A progress bar, or nothing at all where no terminal would show it. */
export interface Progress {
  update(done: number, label: string): void;
  stop(): void;
}

const silent: Progress = { update: () => undefined, stop: () => undefined };

/** Begins a bar of `total` steps. It is erased when it stops. */
export async function startProgress(io: CommandIo, total: number): Promise<Progress> {
  const { terminal } = io;
  if (terminal === undefined || total === 0) return silent;
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    stream: terminal,
    format: '[{bar}] {value}/{total} {label}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    noTTYOutput: false,
  });
  bar.start(total, 0, { label: '' });
  return {
    update: (done, label) => bar.update(done, { label: label.length > 40 ? `…${label.slice(-39)}` : label }),
    stop: () => bar.stop(),
  };
}

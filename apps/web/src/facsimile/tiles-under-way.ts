import type OpenSeadragon from 'openseadragon';

type Source = Pick<OpenSeadragon.TileSource, 'downloadTileStart' | 'downloadTileAbort'>;

/**
 * The tiles that a picture waits for. Those that are on their way when it is put away are called off: OpenSeadragon lets them
 * come, and warns on the console of each that it is late.
 */
export class TilesUnderWay {
  readonly #jobs = new Set<OpenSeadragon.ImageJob>();

  constructor(private readonly source: Source) {
    const start = source.downloadTileStart.bind(source);
    source.downloadTileStart = (job) => {
      for (const each of this.#jobs) if (each.jobId === null) this.#jobs.delete(each);
      this.#jobs.add(job);
      start(job);
    };
  }

  /** Calls them off. The picture is shown no more after that. */
  callOff(): void {
    for (const job of this.#jobs) {
      if (job.jobId === null) continue;
      this.source.downloadTileAbort(job);
      // A job without an id has ended: it tells nobody, and does not run out of time.
      window.clearTimeout(job.jobId);
      job.jobId = null;
    }
    this.#jobs.clear();
  }
}

import { type InvalidateOptions, type InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';
import { RequestFailed } from '../api/request-failed.js';

/**
 * A cache whose answers are never older than what was last said to have changed. The library lets a first request go on
 * that is under way when its answer is said to be out of date, and keeps what it brings: here it is asked again.
 */
export class AnswerCache extends QueryClient {
  override async invalidateQueries(
    filters: InvalidateQueryFilters = {},
    options?: InvalidateOptions,
  ): Promise<void> {
    const first = this.getQueryCache()
      .findAll(filters)
      .filter(({ state }) => state.data === undefined && state.fetchStatus === 'fetching');
    const others = super.invalidateQueries(filters, options);
    await Promise.allSettled(first.map(({ promise }) => promise));
    await Promise.all(
      first.map(({ queryKey }) => super.invalidateQueries({ ...filters, queryKey, exact: true }, options)),
    );
    await others;
  }
}

/** The cache of the server's answers. A refusal is final; only an unreachable server is asked again. */
export const queryClient = new AnswerCache({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) =>
        error instanceof RequestFailed && error.status !== 0 && error.status < 500 ? false : failures < 3,
      networkMode: 'always',
    },
  },
});

import { QueryClient } from '@tanstack/react-query';
import { RequestFailed } from '../api/request-failed.js';

/** The cache of the server's answers. A refusal is final; only an unreachable server is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) =>
        error instanceof RequestFailed && error.status !== 0 && error.status < 500 ? false : failures < 3,
      networkMode: 'always',
    },
  },
});

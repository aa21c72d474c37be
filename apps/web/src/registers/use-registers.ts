import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRegister, type RegisterKind } from '../api/registers.js';
import { RequestFailed } from '../api/request-failed.js';
import { announce } from '../app/announce.js';

/** A register, page by page. */
export function useRegister(editionId: string, kind: RegisterKind, filter: string) {
  return useInfiniteQuery({
    queryKey: ['register', editionId, kind, filter],
    queryFn: ({ pageParam }) => getRegister(editionId, kind, { filter, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // While it is typed on, what was found before stays; another register is not shown in the place of this one.
    placeholderData: (before, query) => (query?.queryKey[2] === kind ? before : undefined),
  });
}

/**
 * Does something to the registers; whatever is shown of them is then fetched anew, also when somebody else was first.
 *
 * @param done what is said when it is done
 */
export function useRegisterChange<Asked, Answer>(
  change: (asked: Asked) => Promise<Answer>,
  done: (answer: Answer) => string,
  onDone: (answer: Answer) => void = () => undefined,
) {
  const queries = useQueryClient();
  const refetch = async () => {
    await queries.invalidateQueries({ queryKey: ['register'] });
    void queries.invalidateQueries({ queryKey: ['volume'] });
  };
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      announce(done(answer));
      onDone(answer);
      await refetch();
    },
    onError: async (error) => {
      if (error instanceof RequestFailed && error.status === 409) await refetch();
    },
  });
}

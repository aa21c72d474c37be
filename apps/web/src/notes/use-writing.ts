import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Writes a note; what the volume says of its notes is then fetched anew. */
export function useWriting<Written, Answer>(
  write: (written: Written) => Promise<Answer>,
  onWritten: (answer: Answer) => void,
  onRefused?: () => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: ['volume'] });
      void queries.invalidateQueries({ queryKey: ['notes'] });
      onWritten(answer);
    },
    ...(onRefused ? { onError: onRefused } : {}),
  });
}

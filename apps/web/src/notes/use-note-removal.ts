import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type NoteName, removeEndnote } from '../api/notes.js';

/** Takes an endnote out of the volume; what is shown of the volume’s notes is then fetched anew. */
export function useNoteRemoval(
  name: NoteName,
  {
    before,
    onRemoved,
  }: {
    /** Until the server has what the removal depends on. */
    before?: () => Promise<void>;
    onRemoved: () => void | Promise<void>;
  },
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await before?.();
      await removeEndnote(name);
    },
    onSuccess: async () => {
      await onRemoved();
      for (const key of ['volume', 'notes', 'references'])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

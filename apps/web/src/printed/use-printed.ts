import type { PrintedDecision } from '@chancery/server/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { decideDoubts, getPrintedImport, type ImportAddress, putRules } from '../api/printed.js';
import { announce } from '../app/announce.js';

/** What is changed at an import: the rules, or the decisions. */
export type PrintedChange =
  | { readonly kind: 'decide'; readonly decisions: readonly PrintedDecision[]; readonly said: string }
  | { readonly kind: 'rules'; readonly rules: Record<string, string[]> };

/** A text as the server reads it, and what is done to it: one after the other. */
export function usePrinted(address: ImportAddress) {
  const queries = useQueryClient();
  const queryKey = ['printed-import', address.editionId, address.importId];
  const text = useQuery({ queryKey, queryFn: () => getPrintedImport(address), retry: false });
  const change = useMutation({
    mutationFn: (what: PrintedChange) =>
      what.kind === 'decide' ? decideDoubts(address, what.decisions) : putRules(address, what.rules),
    scope: { id: address.importId },
    onSuccess: (answer, what) => {
      queries.setQueryData(queryKey, answer);
      void queries.invalidateQueries({ queryKey: ['printed-lines', address.importId] });
      announce(what.kind === 'decide' ? what.said : 'The text has been read by these rules.');
    },
    // Somebody else may have decided meanwhile: what stands there now is shown.
    onError: () => queries.invalidateQueries({ queryKey }),
  });
  return { text, change };
}

import type { PrintedAnswer, PrintedDecision } from '@chancery/server/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { decideDoubts, getPrintedImport, type ImportAddress, putRules } from '../api/printed.js';
import { announce } from '../app/announce.js';
import { type Reread, rereadWords } from './reread-words.js';

/** What is changed at an import: the rules, or the decisions. */
export type PrintedChange =
  | { readonly kind: 'decide'; readonly decisions: readonly PrintedDecision[]; readonly said: string }
  | { readonly kind: 'rules'; readonly rules: Record<string, string[]> };

/** A text as the server reads it, and what is done to it: one after the other. */
export function usePrinted(address: ImportAddress) {
  const queries = useQueryClient();
  const queryKey = ['printed-import', address.importId];
  const text = useQuery({ queryKey, queryFn: () => getPrintedImport(address), retry: false });
  const [reread, setReread] = useState<Reread>();
  const change = useMutation({
    mutationFn: (what: PrintedChange) =>
      what.kind === 'decide' ? decideDoubts(address, what.decisions) : putRules(address, what.rules),
    scope: { id: address.importId },
    onMutate: () => queries.getQueryData<PrintedAnswer>(queryKey),
    onSuccess: (answer, what, before) => {
      const came = what.kind === 'rules' && before ? { before, now: answer } : undefined;
      setReread(came);
      queries.setQueryData(queryKey, answer);
      void queries.invalidateQueries({ queryKey: ['printed-lines', address.importId] });
      if (what.kind === 'decide') announce(what.said);
      else if (came) announce(rereadWords(came));
    },
    // Somebody else may have decided meanwhile: what stands there now is shown.
    onError: () => queries.invalidateQueries({ queryKey }),
  });
  return { text, change, reread };
}

import type { Corrections, PrintedAnswer } from '@chancery/server/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { bringCorrections, type ImportAddress, printedSources, putCorrectedText } from '../api/printed.js';
import { announce } from '../app/announce.js';
import { FileButton } from '../app/file-button.js';
import { counted } from '../letters/counted.js';
import { FormFault } from '../sign-in/form-fault.js';
import { oneFile } from './one-file.js';

/** What can be done with a text whose letters were made: going to them, and bringing a corrected text in. */
export function BroughtActs(props: {
  address: ImportAddress;
  data: PrintedAnswer & { edition: string };
  busy: boolean;
  /** Told what came of bringing a corrected text in; nothing, once another is sent. */
  onBrought: (words: string) => void;
}) {
  const { address, data, busy, onBrought } = props;
  const queries = useQueryClient();
  const renew = async () => {
    await queries.invalidateQueries({ queryKey: ['printed-import', address.importId] });
    await queries.invalidateQueries({ queryKey: ['printed-lines', address.importId] });
  };
  const send = useMutation({
    mutationFn: async (file: File) => putCorrectedText(address, await oneFile([file])),
    onSuccess: async () => {
      onBrought('');
      await renew();
      announce('The corrected source has been read. The letters are as they were until it is brought in.');
    },
  });
  const bring = useMutation({
    mutationFn: () => bringCorrections(address),
    onSuccess: async (came) => {
      await renew();
      onBrought(inWords(came));
      announce(inWords(came));
    },
  });
  const open = data.summary.doubts.open;
  const ready = open === 0 && !busy && !bring.isPending && !send.isPending;
  return (
    <div className="acts">
      <FormFault error={send.error ?? bring.error} />
      <FileButton
        className="btn ghost"
        accept={printedSources}
        label="Corrected source of the printed volume"
        disabled={send.isPending}
        onFile={(file) => send.mutate(file)}
      >
        {send.isPending ? 'Reading it …' : 'Send a corrected source'}
      </FileButton>
      <Link
        className={data.corrected ? 'btn ghost' : 'btn primary'}
        to="/volumes/$editionId"
        params={{ editionId: data.edition }}
      >
        To the letters
      </Link>
      {data.corrected ? (
        <>
          <button
            type="button"
            className="btn primary"
            aria-disabled={!ready || undefined}
            aria-describedby="corrections-why"
            onClick={() => (ready ? bring.mutate() : undefined)}
          >
            Bring the corrections in
          </button>
          <small id="corrections-why" className="quiet">
            {open > 0
              ? `Once ${open === 1 ? 'the doubt is' : `all ${open} doubts are`} decided`
              : 'Letters that were edited get suggestions'}
          </small>
        </>
      ) : null}
    </div>
  );
}

function inWords(came: Corrections): string {
  const { taken, suggested, suggestions, added, missing, notAdded, notCompared } = came;
  const told = [
    taken.length > 0 ? `${counted(taken.length, 'letter')} brought up to date.` : '',
    suggestions > 0
      ? `${counted(suggestions, 'suggestion')} made in ${counted(suggested.length, 'edited letter')}.`
      : '',
    added.length > 0 ? `${counted(added.length, 'letter')} added.` : '',
    missing.length > 0
      ? `Not in the corrected source any more, and left as they are: ${missing.join(', ')}.`
      : '',
    notAdded.length > 0
      ? `Not added, as they may be those under another number or date: ${notAdded.join(', ')}.`
      : '',
    notCompared.length > 0 ? `To be compared by hand, nothing was done: ${notCompared.join(', ')}.` : '',
  ].filter(Boolean);
  return told.join(' ') || 'Nothing was different.';
}

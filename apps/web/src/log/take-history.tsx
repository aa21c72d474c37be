import { useMutation } from '@tanstack/react-query';
import { getHistoryBundle } from '../api/history-bundle.js';
import { announce } from '../app/announce.js';
import { Icon } from '../app/icon.js';
import { saveFile } from '../app/save-file.js';
import { FormFault } from '../sign-in/form-fault.js';

/** All letters with their history, as a file to take home; what it is stands in the element named by `describedBy`. */
export function TakeHistory({ editionId, describedBy }: { editionId: string; describedBy: string }) {
  const take = useMutation({
    mutationFn: () => getHistoryBundle(editionId),
    onSuccess: (file) => {
      saveFile(file, `${editionId}.bundle`);
      announce('The history is saved as a file.');
    },
  });
  return (
    <>
      <button
        type="button"
        className="btn"
        aria-disabled={take.isPending || undefined}
        aria-describedby={describedBy}
        onClick={() => (take.isPending ? undefined : take.mutate())}
      >
        <Icon name="download" />
        {take.isPending ? 'Gathering it …' : 'History'}
      </button>
      <FormFault error={take.error} />
    </>
  );
}

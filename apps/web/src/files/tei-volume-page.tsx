import type { MendChoice } from '@chancery/server/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { bringTeiVolume } from '../api/tei-volume.js';
import { useVolume } from '../api/use-volume.js';
import { announce } from '../app/announce.js';
import { useTitle } from '../app/use-title.js';
import type { DroppedFile } from '../images/dropped-files.js';
import { FormFault } from '../sign-in/form-fault.js';
import { ChooseFiles } from './choose-files.js';
import { packFiles } from './pack-files.js';
import { TeiVolumePlanPanel } from './tei-volume-plan.js';

/** TEI that exists already becomes a volume of its own. */
export function TeiVolumePage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/tei' });
  const volume = useVolume(editionId);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [sent, setSent] = useState<{ readonly archive: File; readonly count: number }>();
  const choose = useMutation({
    mutationFn: (found: readonly DroppedFile[]) => packFiles(found, 'volume'),
    onSuccess: (archive) => {
      bring.reset();
      setSent((before) => ({ archive, count: (before?.count ?? 0) + 1 }));
    },
  });
  const bring = useMutation({
    mutationFn: ({ archive, mend }: { archive: File; mend: MendChoice }) =>
      bringTeiVolume({ editionId, archive }, mend),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['editions'] });
      announce('The volume is brought in.');
      await navigate({ to: '/volumes/$editionId', params: { editionId: made } });
    },
  });
  useTitle('Volume from TEI');
  return (
    <main id="main" className="files-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>Volume from TEI</h1>
          <p className="quiet">
            Letters that are TEI already become a volume of their own. The volumes that are here stay as they
            are.
          </p>
        </div>
      </div>
      <section className="upload" aria-label="Choose the files">
        <ChooseFiles
          accept=".zip,application/zip,.xml,application/xml,text/xml"
          file={{ words: 'Choose a file', label: 'Archive or file of TEI' }}
          folder={{ label: 'Folder of TEI' }}
          disabled={bring.isPending}
          onFound={choose.mutate}
        >
          Drop a folder of letters, an archive of it (.zip), or one file (.xml) that holds many: a teiCorpus,
          or a div for each document; up to 64 MB. You see first what it would make.
        </ChooseFiles>
        <FormFault error={choose.error} />
      </section>
      {sent ? (
        <TeiVolumePlanPanel
          key={sent.count}
          sent={{ editionId, archive: sent.archive }}
          bringing={bring.isPending}
          fault={bring.error}
          onBring={(mend) => bring.mutate({ archive: sent.archive, mend })}
          onForget={() => setSent(undefined)}
        />
      ) : null}
    </main>
  );
}

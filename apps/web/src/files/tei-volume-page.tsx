import { megabytes, mostSent } from '@chancery/importing/archive';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { bringTeiVolume, type TeiVolumeChoice } from '../api/tei-volume.js';
import { useVolume } from '../api/use-volume.js';
import { announce } from '../app/announce.js';
import { Said } from '../app/said.js';
import { useTitle } from '../app/use-title.js';
import { FormFault } from '../sign-in/form-fault.js';
import { ChooseFiles } from './choose-files.js';
import { TeiVolumePlanPanel } from './tei-volume-plan.js';
import { usePacked } from './use-packed.js';

/** TEI that exists already becomes a volume of its own, beside others or as the first. */
export function TeiVolumePage() {
  const { editionId } = useParams({ strict: false });
  const volume = useVolume(editionId);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const bring = useMutation({
    mutationFn: ({ archive, choice }: { archive: File; choice: TeiVolumeChoice }) =>
      bringTeiVolume(archive, choice),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['editions'] });
      announce('The volume is brought in.');
      await navigate({ to: '/volumes/$editionId', params: { editionId: made } });
    },
  });
  const { packed, isForgotten, choose, error, forget } = usePacked('volume', bring.reset);
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
          onFound={choose}
        >
          Drop a folder of letters, an archive of it (.zip), or one file (.xml) that holds many: a teiCorpus,
          or a div for each document; up to {megabytes(mostSent.tei)}. You see first what it would make.
        </ChooseFiles>
        <FormFault error={error} />
      </section>
      {isForgotten ? <Said words="The files are forgotten. Nothing was brought in." /> : null}
      {packed ? (
        <TeiVolumePlanPanel
          key={packed.count}
          archive={packed.archive}
          bringing={bring.isPending}
          fault={bring.error}
          onBring={(choice) => bring.mutate({ archive: packed.archive, choice })}
          onForget={forget}
        />
      ) : null}
    </main>
  );
}

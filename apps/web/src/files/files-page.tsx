import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getLetterFiles } from '../api/letter-files.js';
import { useVolume } from '../api/use-volume.js';
import { announce } from '../app/announce.js';
import { Icon } from '../app/icon.js';
import { Said } from '../app/said.js';
import { saveFile } from '../app/save-file.js';
import { useTitle } from '../app/use-title.js';
import { FormFault } from '../sign-in/form-fault.js';
import { ChooseFiles } from './choose-files.js';
import { outcomeWords } from './return-words.js';
import { ReturnedPlanPanel } from './returned-plan.js';
import { usePacked } from './use-packed.js';

/** The letters as TEI files: taken out, changed with other tools, and brought back. */
export function FilesPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/files' });
  const volume = useVolume(editionId);
  const [came, setCame] = useState<readonly string[]>([]);
  const take = useMutation({
    mutationFn: () => getLetterFiles(editionId),
    onSuccess: (file) => {
      saveFile(file, `${editionId}.zip`);
      announce('The letters are saved as an archive.');
    },
  });
  const { packed, isForgotten, choose, error, close, forget } = usePacked('return', () => setCame([]));
  useTitle('Letters as files');
  return (
    <main id="main" className="files-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>Letters as files</h1>
          <p className="quiet">
            Take the letters out as TEI, change them with other tools, and bring them back. Nothing that
            anybody has done at the desk meanwhile is touched by it.
          </p>
        </div>
        <div className="acts">
          <button
            type="button"
            className="btn"
            aria-disabled={take.isPending || undefined}
            onClick={() => (take.isPending ? undefined : take.mutate())}
          >
            <Icon name="download" />
            {take.isPending ? 'Gathering them …' : 'Take the letters out'}
          </button>
          <FormFault error={take.error} />
        </div>
      </div>
      <section className="upload" aria-label="Bring files back">
        <ChooseFiles
          accept=".zip,application/zip"
          file={{ words: 'Choose an archive', label: 'Archive of letters' }}
          folder={{ label: 'Folder of letters' }}
          onFound={choose}
        >
          Drop the archive that was taken out (.zip), or the folder that it was unpacked to, with what was
          changed in it. You see first what it would do.
        </ChooseFiles>
        <FormFault error={error} />
      </section>
      {isForgotten ? <Said words="The files are forgotten. Nothing was changed." /> : null}
      {packed ? (
        <ReturnedPlanPanel
          key={packed.count}
          editionId={editionId}
          archive={packed.archive}
          onBrought={(outcome) => {
            const words = outcomeWords(outcome);
            close();
            setCame(words);
            announce(words.join(' '));
          }}
          onForget={forget}
        />
      ) : null}
      {came.length > 0 ? (
        <section className="returned" aria-labelledby="came-heading">
          <h2 id="came-heading">Brought back</h2>
          <ul className="told">
            {came.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div className="do">
            <Link className="btn" to="/volumes/$editionId" params={{ editionId }}>
              To the letters
            </Link>
          </div>
        </section>
      ) : null}
    </main>
  );
}

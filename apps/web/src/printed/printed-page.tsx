import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { getPrintedImports, printedSources, putPrintedText } from '../api/printed.js';
import { useVolume } from '../api/use-volume.js';
import { DropZone } from '../app/drop-zone.js';
import { Failure } from '../app/failure.js';
import { FileButton } from '../app/file-button.js';
import { Said } from '../app/said.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { droppedFiles, isHidden } from '../images/dropped-files.js';
import { FormFault } from '../sign-in/form-fault.js';
import { oneFile } from './one-file.js';
import { importLink, teiLink } from './printed-links.js';
import { cancelledWords, sameWords, sentAt } from './sent-words.js';

/** Texts of printed volumes: sending one, and those that are being decided. */
export function PrintedPage() {
  const { editionId } = useParams({ strict: false });
  const { cancelled } = useSearch({ strict: false });
  const volume = useVolume(editionId);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const all = useQuery({
    queryKey: ['printed-imports', editionId],
    queryFn: () => getPrintedImports(editionId),
    staleTime: 0,
  });
  const send = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const file = await oneFile(files);
      const importId = crypto.randomUUID();
      await putPrintedText({ editionId, importId }, file);
      return importId;
    },
    onSuccess: async (importId) => {
      await queries.invalidateQueries({ queryKey: ['printed-imports', editionId] });
      await navigate(importLink({ editionId, importId }));
    },
  });
  useTitle('Printed volumes');
  const take = (files: readonly File[]) => {
    if (files.length > 0 && !send.isPending) send.mutate(files);
  };
  return (
    <main id="main" className="printed-page images-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>Printed volumes</h1>
          <p className="quiet">
            The text of a printed volume becomes letters in a volume of its own, once its doubts are decided.
            A volume that is TEI already is brought in <Link {...teiLink(editionId)}>from TEI</Link>.
          </p>
        </div>
      </div>
      {cancelled ? <Said words={cancelledWords} /> : null}
      <section className="upload" aria-label="Send a text">
        <DropZone
          onDrop={(dropped) =>
            void droppedFiles(dropped).then(({ found }) =>
              take(found.filter(({ path }) => !isHidden(path)).map(({ file }) => file)),
            )
          }
        >
          <p>
            Drop the text here: Markdown (.md) or plain text (.txt) in UTF-8, or a document of Word (.docx) or
            LibreOffice (.odt); up to 12 MB. Several files at once, or an archive of them (.zip), are letters:
            each file one.
          </p>
          <FileButton
            className="btn small"
            accept={printedSources}
            label="Text of a printed volume"
            disabled={send.isPending}
            onFiles={take}
          >
            Choose files
          </FileButton>
        </DropZone>
        {send.isPending ? <GreyLines count={2} label="The text is being read" /> : null}
        <FormFault error={send.error} />
      </section>
      {all.isError ? (
        <Failure
          what="The list could not be loaded."
          safe="Nothing was changed."
          error={all.error}
          onRetry={() => void all.refetch()}
        />
      ) : null}
      {all.data?.length === 0 ? <p className="empty">No text has been sent yet.</p> : null}
      {all.data && all.data.length > 0 ? (
        <div className="line-account">
          <table aria-label="Texts that were sent">
            <thead>
              <tr>
                <th scope="col">Text</th>
                <th scope="col">Who and when</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {all.data.map(({ id, name, by, createdAt, edition, corrected, sameAs }) => (
                <tr key={id}>
                  <td>
                    <Link {...importLink({ editionId, importId: id })}>{name}</Link>
                    {sameAs ? <p className="quiet">{sameWords(sameAs)}</p> : null}
                  </td>
                  <td className="quiet">
                    {by ?? 'Somebody'}, <time dateTime={createdAt}>{sentAt(createdAt)}</time>
                  </td>
                  <td>
                    {edition === null
                      ? 'Being decided'
                      : corrected
                        ? 'Corrected, not brought in yet'
                        : 'Brought in'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </main>
  );
}

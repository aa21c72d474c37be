import { Link, useParams } from '@tanstack/react-router';
import { useVolume } from '../api/use-volume.js';
import { Failure } from '../app/failure.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { FormFault } from '../sign-in/form-fault.js';
import { MatterOrder } from './matter-order.js';
import { MethodForm } from './method-form.js';
import { NonExtant } from './non-extant.js';
import { OrderList } from './order-list.js';
import { SettingsForm } from './settings-form.js';
import { SilentCorrections } from './silent-corrections.js';
import { useVolumeFacts } from './use-volume-facts.js';

/** The volume as a whole: the order and numbers of its letters, its matter, what was not found, and how it works. */
export function VolumePage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/volume' });
  const volume = useVolume(editionId);
  const { facts, fault, arrange, set, setPart } = useVolumeFacts(editionId);
  useTitle(volume.data ? `Volume – ${volume.data.label}` : 'Volume');
  const { data } = facts;
  return (
    <main id="main" className="volume-page" data-pane="">
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>Volume</h1>
          <p className="quiet">
            {data && !data.mayArrange ? 'You may see how the volume is made, and not change it.' : ' '}
          </p>
        </div>
        {volume.data?.mayImport ? (
          <div className="acts">
            <Link className="btn" to="/volumes/$editionId/images" params={{ editionId }}>
              Images of the copy
            </Link>
            <Link className="btn" to="/volumes/$editionId/printed" params={{ editionId }}>
              Printed volumes
            </Link>
            <Link className="btn" to="/volumes/$editionId/tei" params={{ editionId }}>
              Volume from TEI
            </Link>
            <Link className="btn" to="/volumes/$editionId/files" params={{ editionId }}>
              Letters as files
            </Link>
          </div>
        ) : null}
      </div>
      {facts.isPending ? <GreyLines count={8} label="Opening the volume" /> : null}
      {facts.isError ? (
        <Failure
          what="The volume could not be loaded."
          safe="Nothing was changed."
          error={facts.error}
          onRetry={facts.refetch}
        />
      ) : null}
      <FormFault error={fault} />
      {data?.fileId === null ? (
        <p className="empty">
          The edition has no file of the volume. Import one: it holds the order of the letters.
        </p>
      ) : null}
      {data && data.fileId !== null ? (
        <div className="volume-grid">
          <div>
            <OrderList editionId={editionId} facts={data} arrange={arrange} />
            <NonExtant facts={data} arrange={arrange} />
          </div>
          <div>
            <SettingsForm key={data.revision} facts={data} onSave={set} />
            <SilentCorrections
              editionId={editionId}
              role={volume.data?.role ?? ''}
              facts={data}
              set={setPart}
            />
            <MethodForm
              key={`method ${data.method.join()} ${data.generated.join()}`}
              editionId={editionId}
              facts={data}
              set={setPart}
            />
            <MatterOrder title="Front matter" pieces={data.front} facts={data} arrange={arrange} />
            <MatterOrder title="Back matter" pieces={data.back} facts={data} arrange={arrange} />
          </div>
        </div>
      ) : null}
    </main>
  );
}

import type { ManifestLeaves } from '@chancery/server/api';
import { type FormEvent, useId, useState } from 'react';
import { putFacsimile } from '../api/images.js';
import { getManifest, linkImages } from '../api/manifests.js';
import { announce } from '../app/announce.js';
import { Icon } from '../app/icon.js';
import { counted } from '../letters/counted.js';
import { FormFault } from '../sign-in/form-fault.js';
import { ManifestChoice } from './manifest-choice.js';

/** Leaves of another house are found by the address of its manifest here, and linked: nothing of them is copied. */
export function ManifestPanel(props: {
  editionId: string;
  /** The letter that somebody adds images for. */
  letterId: string | undefined;
  onLinked: () => void;
}) {
  const { editionId, letterId, onLinked } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState('');
  const [found, setFound] = useState<ManifestLeaves>();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Error | null>(null);
  const [said, setSaid] = useState('');

  async function doing(work: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFault(null);
    setSaid('');
    try {
      await work();
    } catch (error) {
      setFault(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(false);
    }
  }

  function look(event: FormEvent): void {
    event.preventDefault();
    void doing(async () => {
      setFound(undefined);
      const manifest = await getManifest(editionId, address.trim());
      setFound(manifest);
      announce(`${counted(manifest.leaves.length, 'leaf', 'leaves')} found.`);
    });
  }

  const link = (chosen: ReadonlySet<number>, letter: string | undefined) =>
    doing(async () => {
      const pictures = (found?.leaves ?? []).flatMap(({ picture, label, width, height }, at) =>
        chosen.has(at) && picture !== null ? [{ picture, label, width, height }] : [],
      );
      const { images } = await linkImages(editionId, { pictures, letterId: letter ?? null });
      const words = `${counted(pictures.length, 'leaf is', 'leaves are')} linked.`;
      setFound(undefined);
      setSaid(words);
      onLinked();
      announce(words);
      if (letter !== undefined)
        await putFacsimile(
          letter,
          images.map((image) => image.id),
        );
    });

  return (
    <section className="from-manifest" aria-label="Images from a IIIF manifest">
      <button type="button" className="btn small" aria-expanded={open} onClick={() => setOpen(!open)}>
        Add from a IIIF manifest…
      </button>
      {open ? (
        <>
          <form className="manifest-address" onSubmit={look}>
            <div className="form-field">
              <label htmlFor={id}>Address of the manifest</label>
              <input
                id={id}
                className="field"
                type="url"
                required
                maxLength={4000}
                placeholder="https://iiif.example.org/…/manifest.json"
                aria-describedby={`${id}-hint`}
                value={address}
                onChange={({ target }) => setAddress(target.value)}
              />
              <p id={`${id}-hint`} className="hint">
                The images stay where they are, and are shown from there.
              </p>
            </div>
            <button type="submit" className="btn small primary" aria-disabled={busy}>
              {busy && !found ? 'Being looked at …' : 'Look at its leaves'}
            </button>
          </form>
          <FormFault error={fault} />
          {found ? (
            <ManifestChoice
              key={found.address}
              editionId={editionId}
              manifest={found}
              letterId={letterId}
              busy={busy}
              onLink={(chosen, letter) => void link(chosen, letter)}
            />
          ) : null}
          {said === '' ? null : (
            <p className="st ok">
              <Icon name="check" />
              {said}
            </p>
          )}
        </>
      ) : null}
    </section>
  );
}

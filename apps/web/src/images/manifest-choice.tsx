import type { ManifestLeaves } from '@chancery/server/api';
import { useState } from 'react';
import { Icon } from '../app/icon.js';
import { counted } from '../letters/counted.js';
import { type ChosenLetter, LetterChooser } from '../letters/letter-chooser.js';

type ManifestLeaf = ManifestLeaves['leaves'][number];

/** The leaves of a manifest, to choose those that are to be linked, and the letter that they belong to. */
export function ManifestChoice(props: {
  editionId: string;
  manifest: ManifestLeaves;
  /** The letter that somebody adds images for; else one can be chosen. */
  letterId: string | undefined;
  busy: boolean;
  onLink: (chosen: ReadonlySet<number>, letterId: string | undefined) => void;
}) {
  const { manifest, letterId, busy, onLink } = props;
  const { leaves } = manifest;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [letter, setLetter] = useState<ChosenLetter>();
  const all = leaves.flatMap(({ picture }, at) => (picture === null ? [] : [at]));
  const refusals = [...new Set(leaves.flatMap(({ refused }) => refused ?? []))];

  function toggle(at: number): void {
    const next = new Set(chosen);
    if (!next.delete(at)) next.add(at);
    setChosen(next);
  }

  return (
    <fieldset className="manifest-choice">
      <legend>{manifest.label || 'The manifest'}</legend>
      {refusals.map((refused) => (
        <p key={refused} className="st err" role="alert">
          <Icon name="error" />
          {counted(leaves.filter((leaf) => leaf.refused === refused).length, 'leaf', 'leaves')} cannot be
          linked. {refused}
        </p>
      ))}
      <div className="do">
        <span className="quiet">
          {chosen.size} of {counted(all.length, 'leaf', 'leaves')} chosen
        </span>
        <button type="button" className="btn small" onClick={() => setChosen(new Set(all))}>
          Choose all
        </button>
        <button type="button" className="btn small ghost" onClick={() => setChosen(new Set())}>
          Choose none
        </button>
      </div>
      <ol className="manifest-leaves">
        {leaves.map((leaf, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: leaves of a manifest stay in its order, and may be alike
          <li key={at}>
            <label>
              {leaf.thumbnail === null ? (
                <span className="no-thumbnail" />
              ) : (
                <img src={leaf.thumbnail} alt="" loading="lazy" width={80} height={80} />
              )}
              <span>
                <input
                  type="checkbox"
                  disabled={leaf.picture === null}
                  checked={chosen.has(at)}
                  onChange={() => toggle(at)}
                />{' '}
                {nameOf(leaf, at)}
              </span>
            </label>
          </li>
        ))}
      </ol>
      {letterId === undefined ? (
        <LetterChooser
          editionId={props.editionId}
          label="Letter that they belong to (can be left out)"
          chosen={letter}
          onChoose={setLetter}
          required={false}
        />
      ) : null}
      <button
        type="button"
        className="btn small primary"
        aria-disabled={busy || chosen.size === 0}
        onClick={() => {
          if (chosen.size > 0) onLink(chosen, letterId ?? letter?.id);
        }}
      >
        {chosen.size === 0 ? 'Link the chosen leaves' : `Link ${counted(chosen.size, 'leaf', 'leaves')}`}
      </button>
    </fieldset>
  );
}

function nameOf({ label }: ManifestLeaf, at: number): string {
  return label === '' ? `Leaf ${at + 1}` : label;
}

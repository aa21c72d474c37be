import type { PageImageAnswer, PageImageChange } from '@chancery/server/api';
import { type FormEvent, useId, useState } from 'react';
import { type ChosenLetter, LetterChooser } from '../letters/letter-chooser.js';
import { cropOf, type Edges, edgesOf, turnedEdges } from './crop-edges.js';
import { CropFrame } from './crop-frame.js';

/** What is told of a leaf: its label, what it shows, what of it is shown, and the letters that it belongs to. */
export function LeafForm(props: {
  editionId: string;
  leaf: PageImageAnswer;
  onSave: (change: PageImageChange) => void;
  onClose: () => void;
}) {
  const { leaf, onSave, onClose } = props;
  const id = useId();
  const [label, setLabel] = useState(leaf.label);
  const [alt, setAlt] = useState(leaf.alt);
  // As the picture lies, whichever way somebody turns it meanwhile; undefined until they change it.
  const [cutOff, setCutOff] = useState<Edges>();
  const lying = cutOff ?? edgesOf(leaf);
  const edges = turnedEdges(lying, leaf.rotation);
  const setEdges = (upright: Edges) => setCutOff(turnedEdges(upright, -leaf.rotation));
  const [letters, setLetters] = useState(leaf.letters);
  const [more, setMore] = useState<ChosenLetter>();
  const crop = cropOf(lying, leaf);

  function save(event: FormEvent): void {
    event.preventDefault();
    if (crop === undefined) return;
    const ids = letters.map((letter) => letter.id);
    onSave({
      label,
      alt,
      // Per cents are less exact than a crop in pixels: it is kept where nobody has changed it.
      ...(cutOff ? { crop } : {}),
      letters: more ? [...new Set([...ids, more.id])] : ids,
    });
  }

  return (
    <form className="leaf-form" onSubmit={save}>
      <div className="form-field">
        <label htmlFor={`${id}-label`}>Label</label>
        <input
          id={`${id}-label`}
          className="field"
          maxLength={60}
          placeholder="What the copy calls the leaf: 1r"
          value={label}
          onChange={({ target }) => setLabel(target.value)}
        />
      </div>
      <div className="form-field">
        <label htmlFor={`${id}-alt`}>Alternative text</label>
        <input
          id={`${id}-alt`}
          className="field"
          maxLength={1000}
          placeholder="What it shows: Telegram, typed, with a stamp"
          value={alt}
          onChange={({ target }) => setAlt(target.value)}
        />
      </div>
      <CropFrame leaf={leaf} edges={edges} onChange={setEdges} />
      <fieldset className="edges">
        <legend>Cut off, in per cent</legend>
        {(['left', 'top', 'right', 'bottom'] as const).map((edge) => (
          <label key={edge}>
            {edge}
            <input
              type="number"
              className="field"
              min={0}
              max={99}
              step={0.5}
              value={edges[edge]}
              onChange={({ target }) => setEdges({ ...edges, [edge]: Number(target.value) || 0 })}
            />
          </label>
        ))}
      </fieldset>
      {crop === undefined ? (
        <p className="form-fault" role="alert">
          Nothing would be left of the leaf. Cut off less.
        </p>
      ) : null}
      <fieldset className="of-letters">
        <legend>Belongs to</legend>
        {letters.length === 0 ? <p className="quiet">No letter yet: only editors see it.</p> : null}
        <ul>
          {letters.map((letter) => (
            <li key={letter.id}>
              {letter.name}{' '}
              <button
                type="button"
                className="btn small ghost"
                aria-label={`Not ${letter.name}`}
                onClick={() => setLetters(letters.filter((each) => each !== letter))}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      </fieldset>
      <AnotherLetter editionId={props.editionId} chosen={more} onChoose={setMore} />
      <div className="acts">
        <button type="submit" className="btn small primary">
          Save
        </button>
        <button type="button" className="btn small ghost" onClick={onClose}>
          Close
        </button>
      </div>
    </form>
  );
}

function AnotherLetter(props: {
  editionId: string;
  chosen: ChosenLetter | undefined;
  onChoose: (letter: ChosenLetter | undefined) => void;
}) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <LetterChooser {...props} label="Letter" />;
  return (
    <button type="button" className="btn small" onClick={() => setWanted(true)}>
      Add to a letter
    </button>
  );
}

import type { PublicationPart } from '@chancery/server/api';
import { publicationParts } from './publication-parts.js';

/** Which forms of the edition are made; the others stay as they were published last. */
export function PartsChoice(props: {
  chosen: readonly PublicationPart[];
  onChoose: (chosen: readonly PublicationPart[]) => void;
}) {
  const { chosen, onChoose } = props;
  return (
    <fieldset className="parts-choice">
      <legend>What Publish makes</legend>
      {publicationParts.map(({ part, name }) => (
        <label key={part}>
          <input
            type="checkbox"
            checked={chosen.includes(part)}
            onChange={({ currentTarget }) =>
              onChoose(
                publicationParts
                  .map((each) => each.part)
                  .filter((each) => (each === part ? currentTarget.checked : chosen.includes(each))),
              )
            }
          />{' '}
          {name}
        </label>
      ))}
      <p className="quiet">
        {chosen.length === 0 ? 'Choose at least one.' : 'What is not chosen stays as it was published last.'}
      </p>
    </fieldset>
  );
}

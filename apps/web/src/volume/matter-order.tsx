import type { VolumeFacts } from '@chancery/server/api';
import { withoutCapitals } from '../letters/title-case.js';
import type { ArrangeVolume } from './use-volume-facts.js';

/** The pieces of the front or back matter in their order, each with the means to move it. */
export function MatterOrder(props: {
  title: string;
  pieces: VolumeFacts['front'];
  facts: VolumeFacts;
  arrange: ArrangeVolume;
}) {
  const { title, pieces, facts, arrange } = props;
  const heading = title.toLowerCase().replaceAll(' ', '-');
  if (pieces.length === 0) return null;
  const put = (piece: string, before: string | null) => void arrange({ change: 'matter', piece, before });
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ol className="matter">
        {pieces.map(({ id, title: words }, index) => {
          const name = withoutCapitals(words.charAt(0).toUpperCase() + words.slice(1));
          const [previous, afterNext] = [pieces[index - 1], pieces[index + 2]];
          return (
            <li key={id}>
              <span>{name}</span>
              {facts.mayArrange ? (
                <span className="acts">
                  <button
                    type="button"
                    className="btn small ghost"
                    disabled={!previous}
                    onClick={() => put(id, previous?.id ?? null)}
                  >
                    Up<span className="sr">, {name}</span>
                  </button>
                  <button
                    type="button"
                    className="btn small ghost"
                    disabled={index === pieces.length - 1}
                    onClick={() => put(id, afterNext?.id ?? null)}
                  >
                    Down<span className="sr">, {name}</span>
                  </button>
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

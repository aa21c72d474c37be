import { Icon } from '../app/icon.js';
import { isOpen, kindWords, readingWords, type ShownDiscrepancy, settledWords } from './discrepancy-words.js';

/** All discrepancies of a letter with what is decided of each. One is at hand. */
export function DiscrepancyList(props: {
  discrepancies: readonly ShownDiscrepancy[];
  current: number;
  onChoose: (place: number) => void;
}) {
  return (
    <ol className="discrepancies">
      {props.discrepancies.map((each) => (
        <li key={each.place}>
          <button
            type="button"
            aria-current={each.place === props.current ? 'true' : undefined}
            onClick={() => props.onChoose(each.place)}
          >
            <span className="n">{each.place + 1}</span>
            <span className="r">
              <Readings discrepancy={each} />
            </span>
            <State discrepancy={each} current={each.place === props.current} />
            <small>{kindWords(each)}</small>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Readings({ discrepancy }: { discrepancy: ShownDiscrepancy }) {
  const { a, b, kind, decision } = discrepancy;
  const [one, other] = [readingWords(a, kind), readingWords(b, kind)];
  const settled = settledWords(discrepancy);
  if (settled === undefined) return `${one} | ${other}`;
  const rejected = decision?.choice === 'b' ? one : other;
  return (
    <>
      {settled} <s>{rejected}</s>
    </>
  );
}

function State({ discrepancy, current }: { discrepancy: ShownDiscrepancy; current: boolean }) {
  const choice = discrepancy.decision?.choice;
  if (choice === 'referred')
    return (
      <span className="st warn">
        <Icon name="note" />
        Referred
      </span>
    );
  if (!isOpen(discrepancy))
    return (
      <span className="st ok">
        <Icon name="check" />
        {choice === 'a' || choice === 'b' ? choice.toUpperCase() : choice === 'unclear' ? 'Unclear' : 'Other'}
      </span>
    );
  return (
    <span className={current ? 'st act' : 'st wait'}>
      <Icon name={current ? 'arrow' : 'ring'} />
      {current ? 'Now' : 'Open'}
    </span>
  );
}

import type { EmendationRow } from '@chancery/server/api';
import { Link } from '@tanstack/react-router';
import { titleCase } from '../letters/title-case.js';
import { kindNames, wordsOr } from './emendation-words.js';

/** The emendations of a volume: where, what the copy has, what the edition reads, and why. */
export function EmendationTable({ emendations }: { emendations: readonly EmendationRow[] }) {
  return (
    <div className="people-table">
      <table className="emendations" aria-label="Emendations">
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Copy</th>
            <th scope="col">Edition</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {emendations.map((each) => (
            <tr key={`${each.letterId} ${each.place}`}>
              <th scope="row">
                <Link
                  to="/letters/$letterId"
                  params={{ letterId: each.letterId }}
                  search={{ emendation: each.place }}
                >
                  {documentOf(each)}
                  <span>, {each.label}</span>
                </Link>
              </th>
              <td>
                <Words each={each} side="copy" />
              </td>
              <td>
                <Words each={each} side="edition" />
              </td>
              <td className="why">
                <strong>{kindNames[each.kind][0]}</strong>
                {each.reason === null ? null : <span>: {each.reason}</span>}
                <Answerable each={each} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function documentOf({ number, title }: EmendationRow): string {
  if (number === null) return titleCase(title);
  return `No. ${number.supplied ? `[${number.text}]` : number.text}`;
}

/** One reading; the edition's in the words around it. */
function Words({ each, side }: { each: EmendationRow; side: 'copy' | 'edition' }) {
  const words = wordsOr(each[side], each.kind, side);
  const given = each[side] !== '';
  if (side === 'copy') return <span className={given ? '' : 'quiet'}>{words}</span>;
  return (
    <>
      <span className="around">{each.before}</span>
      {given ? <b>{words}</b> : <span className="quiet">{words}</span>}
      <span className="around">{each.after}</span>
    </>
  );
}

function Answerable({ each: { resp, cert } }: { each: EmendationRow }) {
  const said = [resp === null ? '' : resp, cert === null ? '' : `${cert} certainty`].filter(Boolean);
  return said.length === 0 ? null : <span className="quiet by">{said.join(', ')}</span>;
}

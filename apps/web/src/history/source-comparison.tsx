import type { TextPiece } from '@chancery/collation';
import { useState } from 'react';
import type { Layout } from './reading-comparison.js';
import { type SourceRow, withContext } from './source-lines.js';

/** Two sources against each other, line by line. */
export function SourceComparison(props: {
  rows: readonly SourceRow[];
  layout: Layout;
  current: number | undefined;
}) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  return (
    <div className={props.layout === 'beside' ? 'source-compared beside' : 'source-compared'}>
      {withContext(props.rows).map((part) => {
        if (part.kind === 'row') return <Line key={keyOf(part.row)} row={part.row} {...props} />;
        const { first, rows } = part;
        if (opened.has(first.line)) return rows.map((row) => <Line key={keyOf(row)} row={row} {...props} />);
        return (
          <button
            key={keyOf(first)}
            type="button"
            className="same-lines"
            onClick={() => setOpened(new Set([...opened, first.line]))}
          >
            {rows.length === 1 ? 'One line is the same' : `${rows.length} lines are the same`}
          </button>
        );
      })}
    </div>
  );
}

function keyOf({ line, otherLine }: SourceRow): string {
  return `${line} ${otherLine}`;
}

function Line({ row, layout, current }: { row: SourceRow; layout: Layout; current: number | undefined }) {
  const on = row.number !== undefined && row.number === current;
  const className = row.number === undefined ? 'line' : on ? 'line d on' : 'line d';
  const difference = row.number === undefined ? {} : { 'data-difference': row.number, tabIndex: -1 };
  if (layout === 'inline')
    return (
      <div className={className} {...difference}>
        <span className="no">{row.otherLine}</span>
        <code>
          <Pieces pieces={row.pieces} />
        </code>
      </div>
    );
  return (
    <div className={className} {...difference}>
      <span className="no">{row.line}</span>
      <code>
        <Pieces pieces={row.pieces.filter(({ kind }) => kind !== 'inserted')} />
      </code>
      <span className="no">{row.otherLine}</span>
      <code>
        <Pieces pieces={row.pieces.filter(({ kind }) => kind !== 'deleted')} />
      </code>
    </div>
  );
}

function Pieces({ pieces }: { pieces: readonly TextPiece[] }) {
  return pieces.map((piece, index) => {
    const key = `${index} ${piece.kind}`;
    if (piece.kind === 'same') return <span key={key}>{piece.text}</span>;
    return piece.kind === 'deleted' ? (
      <del key={key} className="d-del">
        <span className="sr"> deleted: </span>
        {piece.text}
        <span className="sr">, end of deletion. </span>
      </del>
    ) : (
      <ins key={key} className="d-ins">
        <span className="sr"> added: </span>
        {piece.text}
        <span className="sr">, end of addition. </span>
      </ins>
    );
  });
}

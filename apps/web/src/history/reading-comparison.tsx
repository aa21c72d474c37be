import type { Run } from '@chancery/collation';
import type { ReactNode } from 'react';
import type { ShownPiece, ShownRow } from './differences.js';
import { Runs } from './runs.js';

export type Layout = 'inline' | 'beside';

/** Two reading texts against each other: one text with what was taken out and put in, or two beside each other. */
export function ReadingComparison(props: {
  rows: readonly ShownRow[];
  layout: Layout;
  /** The number of the difference that is looked at. */
  current: number | undefined;
  /** Rows in which nothing differs are left out. */
  only: boolean;
}) {
  const { rows, layout, current, only } = props;
  const shown = rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => !only || row.number !== undefined || row.row.kind !== 'same');
  return (
    <div className={layout === 'beside' ? 'compared beside letter' : 'compared letter'}>
      <div data-tei="div">
        {shown.map(({ row, index }) =>
          layout === 'inline' ? (
            <Block key={index} row={row} current={current} className={row.row.kind}>
              {row.pieces.map((piece) => (
                <InlinePiece key={keyOf(row.pieces, piece)} piece={piece} current={current} />
              ))}
            </Block>
          ) : (
            <div key={index} className="pair" data-tei="div">
              <Side row={row} side="one" current={current} />
              <Side row={row} side="other" current={current} />
            </div>
          ),
        )}
      </div>
    </div>
  );
}

function keyOf(pieces: readonly ShownPiece[], piece: ShownPiece): number {
  return pieces.indexOf(piece);
}

/** A block, drawn as the element that it is, with its name in the margin. */
function Block(props: {
  row: ShownRow;
  current: number | undefined;
  className: string;
  children: ReactNode;
}) {
  const { row, current } = props;
  const element = (row.row.other ?? row.row.one)?.markup.at(-1);
  const type = element?.attrs.type;
  return (
    <div
      className={`block ${props.className}`}
      data-g={row.label.replace(/^paragraph /, '')}
      {...(element ? { 'data-tei': element.name } : {})}
      {...(type === undefined ? {} : { 'data-att-type': type })}
    >
      {row.note === '' ? null : (
        <Difference number={row.number ?? 0} current={current}>
          <span className="d-note">{row.note}</span>
        </Difference>
      )}
      {props.children}
    </div>
  );
}

function Side({ row, side, current }: { row: ShownRow; side: 'one' | 'other'; current: number | undefined }) {
  const block = row.row[side];
  if (!block) return <div className="block none" />;
  const own = side === 'one' ? { ...row, note: '', row: { ...row.row, other: undefined } } : row;
  return (
    <Block row={{ ...own, label: block.label }} current={current} className={row.row.kind}>
      {row.pieces.map((piece) => {
        const key = keyOf(row.pieces, piece);
        if (piece.kind === 'same') return <Runs key={key} runs={piece.runs} />;
        const runs = side === 'one' ? piece.deleted : piece.inserted;
        const marked = isMarked(piece);
        const note = side === 'other' ? piece.note : '';
        return (
          <Difference key={key} number={piece.number} current={current}>
            {marked ? (
              <Marked runs={runs} />
            ) : side === 'one' ? (
              <Deleted runs={runs} />
            ) : (
              <Inserted runs={runs} />
            )}
            {note === '' ? null : <span className="d-note">{note}</span>}
          </Difference>
        );
      })}
    </Block>
  );
}

function InlinePiece({ piece, current }: { piece: ShownPiece; current: number | undefined }) {
  if (piece.kind === 'same') return <Runs runs={piece.runs} />;
  return (
    <Difference number={piece.number} current={current}>
      {isMarked(piece) ? (
        <Marked runs={piece.inserted} />
      ) : (
        <>
          <Deleted runs={piece.deleted} />
          <Inserted runs={piece.inserted} />
        </>
      )}
      {piece.note === '' ? null : <span className="d-note">{piece.note}</span>}
    </Difference>
  );
}

function isMarked(piece: ShownPiece): boolean {
  return piece.kind === 'difference' && piece.note !== '' && piece.inserted.length > 0;
}

/** A difference can be gone to. */
function Difference(props: { number: number; current: number | undefined; children: ReactNode }) {
  return (
    <span
      className={props.number === props.current ? 'd on' : 'd'}
      data-difference={props.number}
      tabIndex={-1}
    >
      {props.children}
    </span>
  );
}

function Deleted({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) return null;
  return (
    <del className="d-del">
      <span className="sr"> deleted: </span>
      <Runs runs={runs} />
      <span className="sr">, end of deletion. </span>
    </del>
  );
}

function Inserted({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) return null;
  return (
    <ins className="d-ins">
      <span className="sr"> added: </span>
      <Runs runs={runs} />
      <span className="sr">, end of addition. </span>
    </ins>
  );
}

function Marked({ runs }: { runs: readonly Run[] }) {
  return (
    <span className="d-mark">
      <Runs runs={runs} />
    </span>
  );
}

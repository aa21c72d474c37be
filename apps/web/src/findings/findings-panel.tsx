import { Icon } from '../app/icon.js';
import type { FindingsState } from './findings-link.js';
import { findingsSummary } from './findings-summary.js';
import type { PlacedFinding } from './placed-finding.js';

const looks = {
  error: ['err', 'error', 'Error'],
  warning: ['warn', 'warning', 'Warning'],
  info: ['act', 'info', 'Remark'],
} as const;

/** The findings of the letter, each with its place and, where there is one, its remedy. */
export function FindingsPanel(props: {
  state: FindingsState;
  current: string | undefined;
  canEdit: boolean;
  placeOf: (finding: PlacedFinding) => string;
  onGo: (finding: PlacedFinding) => void;
  onFix: (finding: PlacedFinding) => void;
}) {
  const { findings, kind } = props.state;
  return (
    <>
      <h2>{findingsSummary(findings, kind)}</h2>
      <ul>
        {findings.map((finding) => (
          <FindingCard
            key={finding.key}
            finding={finding}
            on={finding.key === props.current}
            place={props.placeOf(finding)}
            onGo={() => props.onGo(finding)}
            onFix={props.canEdit && finding.remedies ? () => props.onFix(finding) : undefined}
          />
        ))}
      </ul>
    </>
  );
}

function FindingCard(props: {
  finding: PlacedFinding;
  on: boolean;
  place: string;
  onGo: () => void;
  onFix: (() => void) | undefined;
}) {
  const { finding } = props;
  const [look, icon, word] = looks[finding.severity];
  return (
    <li className={props.on ? 'card it on' : 'card it'} aria-current={props.on ? 'true' : undefined}>
      <div className="top">
        <span className={`st ${look}`}>
          <Icon name={icon} />
          {word}
        </span>
        {finding.brought ? <span className="st act">New since the letter was opened</span> : null}
        <span className="w">{props.place}</span>
      </div>
      <p>{finding.message}</p>
      <div className="do">
        {props.onFix ? (
          <button
            type="button"
            className={props.on ? 'btn small primary' : 'btn small'}
            onClick={props.onFix}
          >
            {finding.fix?.label} {props.on ? <kbd>Alt Enter</kbd> : null}
          </button>
        ) : null}
        {finding.from === undefined && finding.offset === undefined ? null : (
          <button type="button" className="btn small ghost" onClick={props.onGo}>
            {finding.from === undefined ? 'Go to the place in the source' : 'Go to the place'}
          </button>
        )}
      </div>
    </li>
  );
}

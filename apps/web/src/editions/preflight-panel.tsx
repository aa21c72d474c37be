import type { PreflightCheck } from '@chancery/server/api';
import { Icon } from '../app/icon.js';
import { counted } from '../letters/counted.js';
import { FoundPlaceLink } from './found-place-link.js';
import type { Releases } from './use-releases.js';

/** What an edition was looked through for before it goes out: each check with its places, and the way to them. */
export function PreflightPanel({ editionId, releases }: { editionId: string; releases: Releases }) {
  const checks = releases.preflight?.checks ?? [];
  const of = (state: PreflightCheck['state']) => checks.filter((check) => check.state === state).length;
  return (
    <section aria-labelledby="preflight-heading">
      <h2 id="preflight-heading">
        Preflight{' '}
        <span className="quiet">
          {counted(checks.length, 'check')}: {of('passed')} passed
          {of('error') > 0 ? `, ${counted(of('error'), 'error')}` : ''}
          {of('warning') > 0 ? `, ${of('warning') - releases.acknowledged.length} to acknowledge` : ''}
        </span>
      </h2>
      <ul className="card preflight">
        {checks.map((check) => (
          <Check key={check.code} editionId={editionId} check={check} releases={releases} />
        ))}
      </ul>
    </section>
  );
}

function Check(props: { editionId: string; check: PreflightCheck; releases: Releases }) {
  const { editionId, check, releases } = props;
  const { code, name, state, words, places, more } = check;
  const isRead = releases.acknowledged.includes(code);
  return (
    <li>
      <Standing state={state} isRead={isRead} />
      <div className="what">
        <h3>{name}</h3>
        <p>{words}</p>
        {places.length > 0 ? (
          <details open={state === 'error'}>
            <summary>{counted(places.length + more, 'place')}</summary>
            <ul>
              {places.map((place) => (
                <li key={`${place.letterId} ${place.name} ${place.words} ${place.at?.id}`}>
                  <FoundPlaceLink editionId={editionId} place={place} />: {place.words}
                </li>
              ))}
              {more > 0 ? <li className="quiet">And {more} more.</li> : null}
            </ul>
          </details>
        ) : null}
      </div>
      {state === 'warning' && releases.mayRelease ? (
        <button
          type="button"
          className={isRead ? 'btn small ghost' : 'btn small'}
          aria-label={`${isRead ? 'Take back' : 'Acknowledge'}: ${name}`}
          onClick={() => releases.acknowledge(code, !isRead)}
        >
          {isRead ? 'Take back' : 'Acknowledge'}
        </button>
      ) : null}
    </li>
  );
}

function Standing({ state, isRead }: { state: PreflightCheck['state']; isRead: boolean }) {
  if (state === 'error')
    return (
      <span className="st err">
        <Icon name="error" />
        Error
      </span>
    );
  if (state === 'warning' && !isRead)
    return (
      <span className="st warn">
        <Icon name="warning" />
        Warning
      </span>
    );
  return (
    <span className="st ok">
      <Icon name="check" />
      {state === 'passed' ? 'Passed' : 'Acknowledged'}
    </span>
  );
}

import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { whenIdle } from '../store/when-idle.js';
import { Failure } from './failure.js';

/** For how long a page has been open when the parts come that may be asked for later, in milliseconds. */
const rest = 5_000;

const parts = new Set<() => Promise<unknown>>();

/**
 * A part of the desk that comes when it is first shown, or before, once the page has come to rest: then it is there without a connection
 * too. Where it cannot be had, its place says so, and all else stays as it is.
 *
 * @param options what stands in its place while it is on its way; how it is given up when it cannot be had; whether it lies over the page
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  options: {
    readonly waiting?: ReactNode;
    readonly onGiveUp?: (own: Props) => void;
    readonly isOver?: boolean;
  } = {},
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  const have = async () => {
    loaded ??= await load();
    parts.delete(have);
    return loaded;
  };
  parts.add(have);

  function Attempt({ own, onRetry }: { own: Props; onRetry: () => void }) {
    const [Part, setPart] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      let wanted = true;
      have().then(
        (part) => (wanted ? setPart(() => part) : undefined),
        () => (wanted ? setFailed(true) : undefined),
      );
      return () => {
        wanted = false;
      };
    }, []);
    if (Part) return <Part {...own} />;
    if (!failed) return options.waiting ?? null;
    const { onGiveUp } = options;
    const failure = (
      <Failure
        what="This part of the desk could not be loaded."
        safe="It takes a connection. Where Chancery has been renewed since this page was opened, load the page again: what you have typed is kept."
        error={undefined}
        onRetry={onRetry}
        onGiveUp={onGiveUp ? () => onGiveUp(own) : undefined}
      />
    );
    return options.isOver ? <div className="lifted">{failure}</div> : failure;
  }

  return function Later(own: Props) {
    const [tries, setTries] = useState(0);
    return <Attempt key={tries} own={own} onRetry={() => setTries(tries + 1)} />;
  };
}

/**
 * Loads what may be asked for later, one part after the other, when the browser has nothing more urgent to do.
 *
 * @returns what calls it off
 */
export function loadTheRest(): () => void {
  let calledOff = false;
  let stop = (): void => {};
  const loadNext = (): void => {
    const [next] = parts;
    if (!next || calledOff) return;
    parts.delete(next);
    stop = whenIdle(() => void next().then(loadNext, loadNext), rest);
  };
  const timer = setTimeout(loadNext, rest);
  return () => {
    calledOff = true;
    clearTimeout(timer);
    stop();
  };
}

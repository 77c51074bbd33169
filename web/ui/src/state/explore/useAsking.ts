import { useIsFetching } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RUN_KEY } from '../../api/promQueries';
import type { TimeRange } from '../../lib/prom/timeRange';

export interface Asking {
  /** When the queries were asked, in ms: `now` in the range means this. */
  readonly at: number;
  /** Asks all queries again. */
  readonly again: () => void;
}

/** When the queries are asked: at first, when the range changes, when told to, and by the clock. */
export function useAsking({ from, to }: TimeRange, refresh: number): Asking {
  const key = `${from} ${to}`;
  const [asked, setAsked] = useState(() => ({ key, at: Date.now() }));
  // Another range is of now, however it came about: by a click, or by going back in the history.
  if (asked.key !== key) setAsked({ key, at: Date.now() });
  const again = useCallback(() => setAsked({ key, at: Date.now() }), [key]);
  useClock(again, refresh);
  return { at: asked.at, again };
}

/** Calls every so many seconds, but neither while the page is hidden nor while an answer is awaited: a slow server is not asked faster than it answers. */
function useClock(tick: () => void, seconds: number): void {
  const busy = useRef(false);
  busy.current = useIsFetching({ queryKey: RUN_KEY }) > 0;
  useEffect(() => {
    if (seconds === 0) return;
    let due = false;
    const attempt = () => {
      due = document.hidden || busy.current;
      if (!due) tick();
    };
    const onShown = () => due && attempt();
    const timer = setInterval(attempt, seconds * 1000);
    document.addEventListener('visibilitychange', onShown);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [tick, seconds]);
}

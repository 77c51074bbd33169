import { useCallback, useMemo, useRef } from 'react';
import { autoStep, gridOf } from '../../lib/prom/step';
import { resolveRange, type Span, zoomed } from '../../lib/prom/timeRange';
import type { EditorHandle, Explore } from './ExploreContext';
import { useAsking } from './useAsking';
import { useExplore } from './useExplore';
import { remember } from './useHistory';

/** Puts together what the parts of Explore share. */
export function useExploreValue(): Explore {
  const control = useExplore();
  const { state, change, changeQuery } = control;
  const { range, zone } = state;
  const asking = useAsking(range, state.refresh);
  const span = useMemo(() => resolveRange(range, asking.at, zone), [range, asking.at, zone]);
  const step = state.step ?? (span === undefined ? 1 : autoStep(span));
  const grid = useMemo(() => (span === undefined ? undefined : gridOf(span, step)), [span, step]);
  const { again } = asking;
  const run = useCallback(
    (name: string, expr: string) => {
      changeQuery(name, { expr });
      remember(expr);
      again();
    },
    [changeQuery, again],
  );
  const editors = useEditors(state.queries[0]?.name ?? 'A', run);
  return {
    ...control,
    ...editors,
    asking,
    span,
    step,
    grid,
    run,
    zoomTo: useCallback(
      (to: Span) => change({ range: { from: Math.round(to.from), to: Math.round(to.to) } }),
      [change],
    ),
    zoomBy: useCallback(
      (factor) => span !== undefined && change({ range: zoomed(range, span, factor, Date.now()) }),
      [change, range, span],
    ),
  };
}

/** Which editor is in use: the one entered last, else the first. */
function useEditors(first: string, run: Explore['run']): Pick<Explore, 'register' | 'enter' | 'insert' | 'use'> {
  const editors = useRef(new Map<string, EditorHandle>());
  const last = useRef<string | undefined>(undefined);
  const current = useCallback(
    () => (last.current !== undefined && editors.current.has(last.current) ? last.current : first),
    [first],
  );
  return {
    register: useCallback((name, editor) => {
      if (editor === undefined) editors.current.delete(name);
      else editors.current.set(name, editor);
    }, []),
    enter: useCallback((name) => {
      last.current = name;
    }, []),
    insert: useCallback((text) => editors.current.get(current())?.insert(text), [current]),
    use: useCallback((expr) => run(current(), expr), [run, current]),
  };
}

import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type QueryState, VIEWS, type View } from '../../lib/prom/exploreState';
import { useExploreContext } from '../../state/explore/ExploreContext';
import styles from './explore.module.css';

/** Graph, table, plan: one stop for the keyboard, walked with the arrow keys. */
export function ViewTabs({ query }: { query: QueryState }) {
  const { t } = useTranslation();
  const { changeQuery } = useExploreContext();
  const id = useId();
  const choose = (view: View) => changeQuery(query.name, { view });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = viewAfter(event.key, query.view);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-view="${next}"]`)?.focus();
  };
  return (
    <div
      className={styles.tabs}
      role="tablist"
      aria-label={t('query.views', { name: query.name })}
      onKeyDown={onKeyDown}
    >
      {VIEWS.map((view) => (
        <button
          key={view}
          id={`${id}${view}`}
          type="button"
          role="tab"
          className={styles.tab}
          data-view={view}
          aria-selected={query.view === view}
          tabIndex={query.view === view ? 0 : -1}
          onClick={() => choose(view)}
        >
          {t(`view.${view}`)}
        </button>
      ))}
    </div>
  );
}

function viewAfter(key: string, view: View): View | undefined {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (key === 'Home') return VIEWS[0];
  if (key === 'End') return VIEWS.at(-1);
  return step === undefined ? undefined : VIEWS[(VIEWS.indexOf(view) + step + VIEWS.length) % VIEWS.length];
}

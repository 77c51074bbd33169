import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page';
import { freeName, newQuery } from '../../lib/prom/exploreState';
import { ExploreContext, useExploreContext } from '../../state/explore/ExploreContext';
import { useExploreValue } from '../../state/explore/useExploreValue';
import { Examples } from './Examples';
import { ExploreTabs } from './ExploreTabs';
import styles from './explore.module.css';
import { QueryPanel } from './QueryPanel';
import { SidePanel } from './SidePanel';
import { StoreOrNotice } from './StoreOrNotice';
import { Toolbar } from './Toolbar';

/** Queries in PromQL over a range of time, as graphs, tables and plans. */
export default function ExplorePage() {
  const { t } = useTranslation();
  const explore = useExploreValue();
  const { state, span } = explore;
  const blank = state.queries.every(({ expr }) => expr.trim() === '');
  return (
    <ExploreContext value={explore}>
      <Page title={t('explore.title')} beside={<ExploreTabs />}>
        <StoreOrNotice>
          <Toolbar />
          {span === undefined && (
            <p className={styles.reversed} role="alert">
              {t('range.reversed')}
            </p>
          )}
          <div className={styles.columns}>
            {state.panel !== undefined && <SidePanel panel={state.panel} />}
            <div className={styles.queries}>
              {state.queries.map((query) => (
                <QueryPanel key={query.name} query={query} />
              ))}
              {blank ? <Examples /> : <AddQuery />}
            </div>
          </div>
        </StoreOrNotice>
      </Page>
    </ExploreContext>
  );
}

function AddQuery() {
  const { t } = useTranslation();
  const { state, change } = useExploreContext();
  const free = freeName(state.queries);
  if (free === undefined) return null;
  const add = () => change({ queries: [...state.queries, newQuery(free)].sort((a, b) => (a.name < b.name ? -1 : 1)) });
  return (
    <Button
      className={styles.add ?? ''}
      size="sm"
      variant="default"
      leftSection={<IconPlus size={15} aria-hidden />}
      onClick={add}
    >
      {t('query.add')}
    </Button>
  );
}

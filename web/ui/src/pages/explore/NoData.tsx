import { Button } from '@mantine/core';
import { IconDatabaseSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/promQueries';
import { Notice } from '../../components/Notice';
import { lastSeconds } from '../../lib/prom/timeRange';
import { useExploreContext } from '../../state/explore/ExploreContext';

const DAY = 86_400;

/** An answer without a series: what that means, and what to try. */
export function NoData({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  const { change, span } = useExploreContext();
  const narrow = span !== undefined && span.to - span.from < DAY * 1000;
  return (
    <Notice
      icon={<IconDatabaseSearch />}
      title={answer.kind === 'graph' ? t('noData.graphTitle') : t('noData.tableTitle')}
      text={t('noData.text')}
      heading="h3"
    >
      {narrow && (
        <Button size="xs" variant="default" onClick={() => change({ range: lastSeconds(DAY) })}>
          {t('noData.lastDay')}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => change({ panel: 'metrics' }, true)}>
        {t('noData.browse')}
      </Button>
    </Notice>
  );
}

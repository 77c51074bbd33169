import { IconDatabaseOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PromError } from '../../api/prometheus';
import { storeQuery } from '../../api/promQueries';
import { Notice } from '../../components/Notice';
import { Panel } from '../../components/Page';

/** What needs a store; on a server that has none, a word on that in its place. Any other trouble is told where it shows. */
export function StoreOrNotice({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { error } = useQuery(storeQuery());
  if (!(error instanceof PromError && error.type === 'no_store')) return children;
  return (
    <Panel>
      <Notice icon={<IconDatabaseOff />} title={t('noStore.title')} text={t('noStore.text')} />
    </Panel>
  );
}

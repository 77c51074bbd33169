import { IconDatabaseOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { ErrorNotice } from '../components/ErrorNotice';
import { Notice } from '../components/Notice';
import { useClusters } from '../components/shell/useClusters';
import { clusterPath } from '../lib/paths';
import { useTitle } from '../state/useTitle';

/** Leads to the groups of the first cluster. */
export function Home() {
  const { t } = useTranslation();
  const { data, error, refetch } = useClusters();
  useTitle();
  const first = data?.clusters[0];
  if (first !== undefined) return <Navigate to={clusterPath(first.name, 'groups')} replace />;
  if (data !== undefined) {
    return <Notice icon={<IconDatabaseOff />} title={t('noClusters.title')} text={t('noClusters.text')} heading="h1" />;
  }
  return (
    <>
      <h1 className="k-sr">{t('app.name')}</h1>
      {error === null ? (
        <p className="k-sr">{t('loading.data')}</p>
      ) : (
        <ErrorNotice error={error} retry={() => void refetch()} />
      )}
    </>
  );
}

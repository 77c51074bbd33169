import { useTranslation } from 'react-i18next';
import { Outlet, useParams } from 'react-router';
import { ErrorNotice } from '../components/ErrorNotice';
import { useClusters } from '../components/shell/useClusters';
import { ClusterContext } from '../state/useCluster';
import { NoSuchCluster } from './NotFound';

/** Gives the pages below it the cluster that the address names. */
export function ClusterLayout() {
  const { t } = useTranslation();
  const { cluster: name = '' } = useParams();
  const { data, error, dataUpdatedAt, refetch } = useClusters();
  const summary = data?.clusters.find((cluster) => cluster.name === name);
  if (summary !== undefined) {
    return (
      <ClusterContext value={{ summary, receivedAt: dataUpdatedAt, unreachable: error !== null }}>
        <Outlet key={name} />
      </ClusterContext>
    );
  }
  if (data !== undefined) return <NoSuchCluster name={name} />;
  return (
    <>
      <h1 className="k-sr">{name}</h1>
      {error === null ? (
        <p className="k-sr">{t('loading.data')}</p>
      ) : (
        <ErrorNotice error={error} retry={() => void refetch()} />
      )}
    </>
  );
}

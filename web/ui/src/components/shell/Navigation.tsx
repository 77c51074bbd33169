import { IconBell, IconChartLine, IconServer2, IconStack2, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { ALERTS_PATH, clusterPath, EXPLORE_PATH } from '../../lib/paths';
import { useFiringCount } from '../../state/alerts/useAlerts';
import { useFormats } from '../../state/useFormats';
import styles from './Shell.module.css';

/** The pages of a cluster, when there is one, and those of all. */
export function Navigation({ cluster }: { cluster: string | undefined }) {
  const { t } = useTranslation();
  const ofCluster = [
    { page: 'groups', name: t('nav.groups'), icon: <IconUsersGroup size={17} aria-hidden /> },
    { page: 'brokers', name: t('nav.brokers'), icon: <IconServer2 size={17} aria-hidden /> },
    { page: 'topics', name: t('nav.topics'), icon: <IconStack2 size={17} aria-hidden /> },
  ] as const;
  const pages = [
    ...(cluster === undefined
      ? []
      : ofCluster.map(({ page, ...rest }) => ({ to: clusterPath(cluster, page), ...rest }))),
    { to: EXPLORE_PATH, name: t('nav.explore'), icon: <IconChartLine size={17} aria-hidden /> },
    { to: ALERTS_PATH, name: t('nav.alerts'), icon: <IconBell size={17} aria-hidden /> },
  ];
  return (
    <nav className={styles.nav} aria-label={t('app.navigation')}>
      {pages.map(({ to, name, icon }) => (
        <NavLink key={to} to={to}>
          {icon}
          {name}
          {to === ALERTS_PATH && <FiringCount />}
        </NavLink>
      ))}
    </nav>
  );
}

/** How many alerts fire; nothing while none does. */
function FiringCount() {
  const { t } = useTranslation();
  const { count } = useFormats();
  const firing = useFiringCount() ?? 0;
  if (firing === 0) return null;
  const text = t('alerts.firingCount', { count: firing, formatted: count(firing) });
  return (
    <span className={styles.firing} title={text} data-testid="firing">
      <span className="k-sr">{text}</span>
      <span aria-hidden>{count(firing)}</span>
    </span>
  );
}

import { IconChartLine, IconServer2, IconStack2, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { clusterPath, EXPLORE_PATH } from '../../lib/paths';
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
  ];
  return (
    <nav className={styles.nav} aria-label={t('app.navigation')}>
      {pages.map(({ to, name, icon }) => (
        <NavLink key={to} to={to}>
          {icon}
          {name}
        </NavLink>
      ))}
    </nav>
  );
}

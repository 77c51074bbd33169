import { IconServer2, IconStack2, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { clusterPath } from '../../lib/paths';
import styles from './Shell.module.css';

export function Navigation({ cluster }: { cluster: string }) {
  const { t } = useTranslation();
  const pages = [
    { page: 'groups', name: t('nav.groups'), icon: <IconUsersGroup size={17} aria-hidden /> },
    { page: 'brokers', name: t('nav.brokers'), icon: <IconServer2 size={17} aria-hidden /> },
    { page: 'topics', name: t('nav.topics'), icon: <IconStack2 size={17} aria-hidden /> },
  ] as const;
  return (
    <nav className={styles.nav} aria-label={t('app.navigation')}>
      {pages.map(({ page, name, icon }) => (
        <NavLink key={page} to={clusterPath(cluster, page)}>
          {icon}
          {name}
        </NavLink>
      ))}
    </nav>
  );
}

import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { CARDINALITY_PATH, EXPLORE_PATH } from '../../lib/paths';
import styles from './explore.module.css';

/** The two pages of Explore. */
export function ExploreTabs() {
  const { t } = useTranslation();
  return (
    <nav className={styles.pages} aria-label={t('explore.pages')}>
      <NavLink to={EXPLORE_PATH} end>
        {t('explore.queries')}
      </NavLink>
      <NavLink to={CARDINALITY_PATH}>{t('explore.cardinality')}</NavLink>
    </nav>
  );
}

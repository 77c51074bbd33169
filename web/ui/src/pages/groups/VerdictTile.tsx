import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Tile } from '../../components/Tiles';
import { VerdictBadge } from '../../components/VerdictBadge';
import { Unknown } from '../../components/values';
import { clusterPath } from '../../lib/paths';
import { worstFirst } from '../../lib/verdict';
import { useCluster } from '../../state/useCluster';
import { useFormats } from '../../state/useFormats';
import styles from './groups.module.css';

/** How many groups have each verdict, the worst first; each leads to them. */
export function VerdictTile() {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { summary } = useCluster();
  const counts = worstFirst(summary.groupsByVerdict ?? {});
  return (
    <Tile name={t('overview.verdicts')} small wide>
      {counts.length === 0 ? (
        <Unknown reason={t('verdict.none')} />
      ) : (
        <span className={styles.verdicts}>
          {counts.map(([verdict, groups]) => (
            <Link key={verdict} to={`${clusterPath(summary.name, 'groups')}?verdict=${verdict}`}>
              <VerdictBadge verdict={verdict}>{count(groups)}</VerdictBadge>
            </Link>
          ))}
        </span>
      )}
    </Tile>
  );
}

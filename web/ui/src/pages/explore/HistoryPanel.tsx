import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchBox } from '../../components/SearchBox';
import { matches } from '../../lib/search';
import { useExploreContext } from '../../state/explore/ExploreContext';
import { forget, forgetAll, useHistory } from '../../state/explore/useHistory';
import { useFormats } from '../../state/useFormats';
import { useNow } from '../../state/useNow';
import styles from './panel.module.css';

/** The queries of this browser; a click asks one again. */
export function HistoryPanel() {
  const { t } = useTranslation();
  const queries = useHistory();
  const [search, setSearch] = useState('');
  const found = queries.filter(({ expr }) => matches(search, [expr]));
  if (queries.length === 0) return <p className={styles.empty}>{t('history.empty')}</p>;
  return (
    <>
      <SearchBox label={t('history.search')} value={search} onSearch={setSearch} />
      {found.length === 0 && <p className={styles.empty}>{t('history.noMatch')}</p>}
      <ul className={styles.list}>
        {found.map(({ expr, at }) => (
          <Past key={expr} expr={expr} at={at} />
        ))}
      </ul>
      <div className={styles.foot}>
        <span>{t('history.note')}</span>
        <Button size="compact-xs" variant="default" onClick={forgetAll}>
          {t('history.clear')}
        </Button>
      </div>
    </>
  );
}

function Past({ expr, at }: { expr: string; at: number }) {
  const { t } = useTranslation();
  const { use } = useExploreContext();
  const { age, dateTime } = useFormats();
  const now = useNow();
  return (
    <li className={styles.past}>
      <button type="button" className={styles.expr} title={expr} onClick={() => use(expr)}>
        <code>{expr}</code>
        <small title={dateTime(new Date(at))}>{t('history.ago', { age: age((now - at) / 1000) })}</small>
      </button>
      <CloseButton size="sm" aria-label={t('history.forget', { expr })} onClick={() => forget(expr)} />
    </li>
  );
}

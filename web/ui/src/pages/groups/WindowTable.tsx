import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../api/types';
import { Count } from '../../components/values';
import { windowRows } from '../../lib/evidence';
import { useFormats } from '../../state/useFormats';
import styles from './verdict.module.css';

/** The window in numbers. */
export function WindowTable({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation();
  const { time } = useFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('why.table')}>
      <table className={styles.plain}>
        <thead>
          <tr>
            <th scope="col">{t('why.time')}</th>
            <th scope="col">{t('group.committed')}</th>
            <th scope="col">{t('group.end')}</th>
            <th scope="col">{t('group.lag')}</th>
          </tr>
        </thead>
        <tbody>
          {windowRows(evidence).map(({ at, committed, end, lag }) => (
            <tr key={`${at} ${committed ?? '-'} ${end ?? '-'}`}>
              <th scope="row">{time(new Date(at))}</th>
              <td>{committed !== undefined && <Count value={committed} />}</td>
              <td>{end !== undefined && <Count value={end} />}</td>
              <td>{lag !== undefined && <Count value={lag} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

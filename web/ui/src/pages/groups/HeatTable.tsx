import { useTranslation } from 'react-i18next';
import type { GroupHistory } from '../../api/types';
import { Count, Unknown } from '../../components/values';
import { partitionName } from '../../lib/partitionKey';
import { useFormats } from '../../state/useFormats';
import styles from './verdict.module.css';

/** Columns of the table: enough to read a trend, few enough to read at all. */
const COLUMNS = 8;

/** The strip in numbers, at a few moments of the window. */
export function HeatTable({ history }: { history: GroupHistory }) {
  const { t } = useTranslation();
  const { time } = useFormats();
  const columns = evenly(history.times.length, COLUMNS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('heat.table')}>
      <table className={styles.plain}>
        <thead>
          <tr>
            <th scope="col">{t('group.partition')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {time(new Date(history.times[column] ?? 0))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {history.rows.map((row) => (
            <tr key={partitionName(row)}>
              <th scope="row">{partitionName(row)}</th>
              {columns.map((column) => (
                <td key={column}>
                  {row.lags[column] === null ? <Unknown /> : <Count value={row.lags[column] ?? 0} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** At most `most` of the numbers below `count`, evenly spread, the first and the last among them. */
function evenly(count: number, most: number): readonly number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}

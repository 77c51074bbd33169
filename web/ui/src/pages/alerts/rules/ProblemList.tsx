import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../lib/alerts/rule';
import styles from '../alerts.module.css';

/** What is wrong with the file; a click leads to the line. */
export function ProblemList({ problems, onShow }: { problems: readonly Problem[]; onShow: (line: number) => void }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label={t('rules.problems')}>
      {problems.map(({ line, column, message }) => (
        <li key={`${line} ${column} ${message}`}>
          {line > 0 && (
            <button type="button" onClick={() => onShow(line)}>
              {t('rules.line', { line })}
            </button>
          )}
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}

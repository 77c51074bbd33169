import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/types';
import { useFormats } from '../state/useFormats';
import styles from './shell/Shell.module.css';

/** One fact that could not be read, in the server's words, with the right that would help. */
export function ProblemItem({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { fact, kind, message, missingRight } = problem;
  return (
    <li className={styles.problem}>
      <strong>{fact}</strong>
      {missingRight !== undefined && (
        <span className={styles.right}>{t('problems.missingRight', { right: missingRight })}</span>
      )}
      <span>{t('problems.affected', { count: problem.count, formatted: count(problem.count) })}</span>
      <span className={styles.kind}>
        {message} <span className="k-mono">({kind})</span>
      </span>
    </li>
  );
}

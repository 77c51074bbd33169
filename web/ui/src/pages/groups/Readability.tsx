import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/types';
import { ProblemItem } from '../../components/ProblemItem';
import { groupProblems } from '../../lib/problems';
import styles from './groups.module.css';

/** Says that the group's offsets could not be read, and which right would help. */
export function Readability({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation();
  const reasons = groupProblems(problems);
  return (
    <div className={styles.readability} role="status">
      <p>{t('group.unreadableHelp')}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((problem) => (
            <ProblemItem key={`${problem.fact} ${problem.kind} ${problem.message}`} problem={problem} />
          ))}
        </ul>
      )}
    </div>
  );
}

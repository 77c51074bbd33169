import { useTranslation } from 'react-i18next';
import { isDuration, knownFact, wordsOf } from '../../lib/evidence';
import type { Int64 } from '../../lib/int64';
import { useFormats } from '../../state/useFormats';
import styles from './verdict.module.css';

/** The numbers that a rule looked at, by name. */
export function Facts({ facts }: { facts: Readonly<Record<string, Int64>> }) {
  const { t } = useTranslation();
  const { count, duration } = useFormats();
  const names = Object.keys(facts).sort();
  if (names.length === 0) return null;
  return (
    <dl className={styles.factList} aria-label={t('why.facts')}>
      {names.map((name) => {
        const value = facts[name] ?? 0;
        const known = knownFact(name);
        return (
          <div key={name}>
            <dt>{known === undefined ? wordsOf(name) : t(`fact.${known}`)}</dt>
            <dd className="k-num">{isDuration(name) ? duration(Number(value) / 1000) : count(value)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

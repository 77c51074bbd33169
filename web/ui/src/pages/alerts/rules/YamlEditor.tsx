import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../../../components/ErrorBoundary';
import type { Problem } from '../../../lib/alerts/rule';
import styles from '../alerts.module.css';

const YamlCode = lazy(() => import('./YamlCode'));

export interface YamlProps {
  readonly label: string;
  readonly value: string;
  readonly problems: readonly Problem[];
  /** The line to go to, from 1; 0 for none. */
  readonly line: number;
  readonly onChange: (text: string) => void;
}

/** Where a rule file is written. Until the real editor has been loaded, or when it cannot be, a plain field takes its place. */
export function YamlEditor(props: YamlProps) {
  const plain = <PlainYaml {...props} />;
  return (
    <div className={styles.code} data-testid="yaml-editor">
      <ErrorBoundary fallback={plain}>
        <Suspense fallback={plain}>
          <YamlCode {...props} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}

function PlainYaml({ label, value, onChange }: YamlProps) {
  return (
    <textarea
      className={styles.plain}
      aria-label={label}
      rows={20}
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

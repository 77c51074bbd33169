import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '../../../components/ErrorBoundary';
import { isComposing } from '../../../lib/keyboard';
import type { EditorHandle } from '../../../state/explore/ExploreContext';
import styles from './editor.module.css';
import type { Problem } from './syntax';

const CodeEditor = lazy(() => import('./CodeEditor'));

interface Props {
  /** What the editor is of, for those who do not see it. */
  readonly label: string;
  readonly value: string;
  /** What the server found wrong with the expression that was asked last. */
  readonly problem: Problem | undefined;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  /** Told when a person begins to write here. */
  readonly enter: () => void;
  readonly register: (editor: EditorHandle | undefined) => void;
}

export interface EditorProps extends Props {
  /** Whether the field that stood here before had the focus. */
  readonly focused: RefObject<boolean>;
}

/** Where an expression is written. Until the real editor has been loaded, or when it cannot be, a plain field takes its place. */
export function Editor(props: Props) {
  const focused = useRef(false);
  const plain = <PlainEditor {...props} focused={focused} />;
  return (
    <div className={styles.editor} data-testid="editor">
      <ErrorBoundary fallback={plain}>
        <Suspense fallback={plain}>
          <CodeEditor {...props} focused={focused} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}

function PlainEditor({ label, value, onChange, onRun, enter, register, focused }: EditorProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const latest = useRef({ onChange });
  latest.current = { onChange };
  useEffect(() => {
    register({
      insert: (text) => {
        const { current } = field;
        if (current === null) return;
        current.setRangeText(text, current.selectionStart, current.selectionEnd, 'end');
        latest.current.onChange(current.value);
        current.focus();
      },
    });
    return () => register(undefined);
  }, [register]);
  return (
    <textarea
      ref={field}
      className={styles.plain}
      aria-label={label}
      placeholder={t('query.placeholder')}
      rows={Math.max(1, value.split('\n').length)}
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onFocus={() => {
        focused.current = true;
        enter();
      }}
      onBlur={() => {
        focused.current = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
        event.preventDefault();
        onRun();
      }}
    />
  );
}

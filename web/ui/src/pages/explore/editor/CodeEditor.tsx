import { forceLinting } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { createEditor } from './createEditor';
import type { EditorProps } from './Editor';
import styles from './editor.module.css';

/** The editor with completion, colours and errors underlined. Loaded when Explore is opened. */
export default function CodeEditor(props: EditorProps) {
  const { value, label, problem, register, focused } = props;
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor is made once for its place and language; what changes is read from `latest`
  useEffect(() => {
    if (host.current === null) return;
    const made = createEditor(host.current, {
      text: latest.current.value,
      label,
      placeholder: t('query.placeholder'),
      phrases: {
        Completions: t('query.completions'),
        Diagnostics: t('query.diagnostics'),
        'No diagnostics': t('query.noDiagnostics'),
      },
      language: i18n.language,
      client,
      latest: () => latest.current,
    });
    view.current = made;
    register({
      insert: (text) => {
        made.dispatch(made.state.replaceSelection(text));
        made.focus();
      },
    });
    if (focused.current) made.focus();
    return () => {
      register(undefined);
      made.destroy();
      view.current = undefined;
    };
  }, [client, i18n.language, label, register]);

  useEffect(() => {
    const { current } = view;
    const text = current?.state.doc.toString();
    if (current === undefined || text === value) return;
    current.dispatch({ changes: { from: 0, to: text?.length ?? 0, insert: value } });
  }, [value]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the linter reads the problem from `latest`
  useEffect(() => {
    if (view.current !== undefined) forceLinting(view.current);
  }, [problem]);

  return <div ref={host} className={styles.host} />;
}

import type { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { createYamlEditor, goToLine, showProblems } from './createYamlEditor';
import type { YamlProps } from './YamlEditor';

/** The editor with colours, and problems underlined. Loaded when a rule is looked at as YAML. */
export default function YamlCode(props: YamlProps) {
  const { value, label, problems, line } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (host.current === null) return;
    const made = createYamlEditor(host.current, {
      text: latest.current.value,
      label,
      onChange: (text) => latest.current.onChange(text),
    });
    view.current = made;
    return () => {
      made.destroy();
      view.current = undefined;
    };
  }, [label]);

  useEffect(() => {
    const { current } = view;
    const text = current?.state.doc.toString();
    if (current === undefined || text === value) return;
    current.dispatch({ changes: { from: 0, to: text?.length ?? 0, insert: value } });
  }, [value]);

  useEffect(() => {
    if (view.current !== undefined) showProblems(view.current, problems);
  }, [problems]);

  useEffect(() => {
    if (view.current !== undefined && line > 0) goToLine(view.current, line);
  }, [line]);

  return <div ref={host} />;
}

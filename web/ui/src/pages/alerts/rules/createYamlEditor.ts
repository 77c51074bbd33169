import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Problem } from '../../../lib/alerts/rule';
import { theme } from '../../explore/editor/theme';

interface Options {
  readonly text: string;
  readonly label: string;
  readonly onChange: (text: string) => void;
}

const look = EditorView.theme({
  '.cm-scroller': { minHeight: '300px', maxHeight: '62vh' },
  '.cm-gutters': { border: 'none', backgroundColor: 'var(--k-raised)', color: 'var(--k-muted)' },
  // Not the drawing that it comes with: it is a data: address, which the page's security policy has no reason to allow.
  '.cm-lint-marker-error': { content: 'normal' },
  '.cm-lint-marker-error::before': { content: '"●"', color: 'var(--k-bad)' },
});

const words = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'var(--k-code-function)' },
  { tag: [tags.content, tags.string], color: 'var(--k-code-string)' },
  { tag: tags.comment, color: 'var(--k-muted)', fontStyle: 'italic' },
]);

/** Puts an editor into an element, inside a shadow root of its own, for the reasons of Explore's. */
export function createYamlEditor(host: HTMLElement, { text, label, onChange }: Options): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const extensions = [
    lineNumbers(),
    lintGutter(),
    history(),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    yaml(),
    syntaxHighlighting(words),
    indentUnit.of('  '),
    drawSelection(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
    theme,
    look,
  ];
  return new EditorView({ state: EditorState.create({ doc: text, extensions }), root, parent: root });
}

/** Underlines what is wrong; what is of the whole file stands at its first line. */
export function showProblems(view: EditorView, problems: readonly Problem[]): void {
  const { doc } = view.state;
  view.dispatch(
    setDiagnostics(
      view.state,
      problems.map((problem) => diagnosticOf(problem, doc)),
    ),
  );
}

/** Puts the cursor at the beginning of a line. */
export function goToLine(view: EditorView, line: number): void {
  const { from } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
  view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
  view.focus();
}

function diagnosticOf({ line, column, message }: Problem, doc: Text): Diagnostic {
  const { from, to } = doc.line(Math.min(Math.max(1, line), doc.lines));
  const start = Math.min(from + Math.max(0, column - 1), Math.max(from, to - 1));
  return { from: start, to, severity: 'error', message };
}

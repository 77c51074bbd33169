import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionStatus,
  selectedCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { linter } from '@codemirror/lint';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { LanguageType, promQLLanguage } from '@prometheus-io/codemirror-promql';
import type { QueryClient } from '@tanstack/react-query';
import { completionFor } from './completion';
import type { EditorProps } from './Editor';
import { diagnosticOf, problemOf } from './syntax';
import { theme } from './theme';

interface Options {
  readonly text: string;
  readonly label: string;
  readonly placeholder: string;
  readonly phrases: Readonly<Record<string, string>>;
  readonly language: string;
  readonly client: QueryClient;
  readonly latest: () => EditorProps;
}

/** Pause after the last key before the server is asked whether the expression is one, in ms. */
const LINT_DELAY = 600;

/**
 * Puts an editor into an element, inside a shadow root of its own. There its styles are sheets that the script makes and adopts, which a strict
 * security policy allows; in the document itself it would write `<style>` elements, which the policy refuses.
 */
export function createEditor(host: HTMLElement, options: Options): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const state = EditorState.create({ doc: options.text, extensions: extensions(options) });
  return new EditorView({ state, root, parent: root });
}

function extensions(options: Options): Extension {
  const { latest } = options;
  const promql = promQLLanguage(LanguageType.PromQL);
  const completion = completionFor(options.client, options.language);
  return [
    keys(latest),
    history(),
    promql,
    promql.data.of({ autocomplete: completion.promQL }),
    autocompletion({ maxRenderedOptions: 200, icons: false }),
    closeBrackets(),
    bracketMatching(),
    drawSelection(),
    linter((view) => diagnose(view, latest), { delay: LINT_DELAY }),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': options.label }),
    EditorState.phrases.of({ ...options.phrases }),
    placeholder(options.placeholder),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) latest().onChange(update.state.doc.toString());
      if (update.focusChanged && update.view.hasFocus) latest().enter();
    }),
    theme,
  ];
}

/** Enter asks, Shift+Enter begins a line. While a completion is offered Enter takes it, unless it is written out already. */
function keys(latest: () => EditorProps): Extension {
  const run = (view: EditorView) => {
    closeCompletion(view);
    latest().onRun();
    return true;
  };
  const enter = (view: EditorView) => (isWrittenOut(view.state) || !acceptCompletion(view) ? run(view) : true);
  return [
    Prec.highest(
      keymap.of([
        { key: 'Mod-Enter', run },
        { key: 'Enter', run: enter },
      ]),
    ),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
  ];
}

function isWrittenOut(state: EditorState): boolean {
  const selected = completionStatus(state) === 'active' ? selectedCompletion(state) : null;
  const { head } = state.selection.main;
  return selected !== null && state.sliceDoc(head - selected.label.length, head) === selected.label;
}

async function diagnose(view: EditorView, latest: () => EditorProps) {
  const expr = view.state.doc.toString();
  const { problem } = latest();
  const known = problem?.expr === expr ? problem : await problemOf(expr, AbortSignal.timeout(10_000));
  const found = known && diagnosticOf(known);
  return found === undefined ? [] : [found];
}

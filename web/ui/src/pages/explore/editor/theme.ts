import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours come from the page's own properties, which reach into the shadow root: one theme serves both schemes. */
const look = EditorView.theme({
  '&': { color: 'var(--k-text)', backgroundColor: 'transparent', fontSize: '13.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--k-mono)', lineHeight: '1.55', maxHeight: '40vh' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--k-text)' },
  '.cm-line': { padding: '0 10px' },
  '.cm-cursor': { borderLeftColor: 'var(--k-text)' },
  '.cm-placeholder': { color: 'var(--k-muted)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--k-code-selection)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--k-accent-soft)', outline: '1px solid var(--k-accent)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--k-bad-bg)' },
  // Not the drawing of a wave as a data: address, which the page's security policy has no reason to allow.
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--k-bad) 1.5px',
    textUnderlineOffset: '3px',
  },
  '.cm-tooltip': {
    border: '1px solid var(--k-border-strong)',
    borderRadius: '6px',
    backgroundColor: 'var(--k-surface)',
    color: 'var(--k-text)',
    boxShadow: '0 6px 20px rgb(0 0 0 / 22%)',
    fontFamily: 'var(--k-font)',
    fontSize: '13px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--k-mono)', fontSize: '13px', maxHeight: '17em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', lineHeight: '1.5' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--k-accent)',
    color: 'var(--k-on-accent)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { marginLeft: '14px', fontStyle: 'normal', opacity: '0.8' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-tooltip.cm-completionInfo': { maxWidth: '360px', padding: '8px 11px', whiteSpace: 'normal' },
  '.cm-diagnostic': { padding: '5px 10px', borderLeft: '4px solid var(--k-bad)' },
});

const words = HighlightStyle.define([
  { tag: tags.string, color: 'var(--k-code-string)' },
  { tag: [tags.number, tags.bool], color: 'var(--k-code-number)' },
  { tag: [tags.function(tags.variableName), tags.standard(tags.name)], color: 'var(--k-code-function)' },
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--k-code-keyword)' },
  { tag: tags.labelName, color: 'var(--k-code-label)' },
  { tag: tags.lineComment, color: 'var(--k-muted)', fontStyle: 'italic' },
]);

export const theme = [look, syntaxHighlighting(words)];

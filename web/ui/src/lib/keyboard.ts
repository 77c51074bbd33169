/** The part of a key event that tells whether a syllable is still being composed. */
interface ComposingKey {
  readonly nativeEvent: { readonly isComposing: boolean };
  readonly keyCode: number;
}

/** The code that browsers give to keys which an input method handles. */
const IME_KEY = 229;

/** Whether a key belongs to the input method: while Hangul is composed, Enter ends a syllable and means nothing else. */
export function isComposing(event: ComposingKey): boolean {
  return event.nativeEvent.isComposing || event.keyCode === IME_KEY;
}

import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../lib/keyboard';
import { MAX_SEARCH } from '../lib/listState';
import styles from './controls.module.css';

const DELAY = 200;

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

/** A search that follows the typing, after a pause. A half-made syllable is never searched for, and its Enter and Escape are not ours. "/" goes to it. */
export function SearchBox({ label, value, onSearch }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useSlashKey(input);
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const searchNow = (wanted: string) => {
    clearTimeout(timer.current);
    if (wanted !== value) onSearch(wanted);
  };
  const type = (wanted: string) => {
    setText(wanted);
    clearTimeout(timer.current);
    if (!composing.current) timer.current = setTimeout(() => onSearch(wanted), DELAY);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter') searchNow(text);
    if (event.key === 'Escape') clear();
  };
  const clear = () => {
    setText('');
    searchNow('');
  };
  return (
    <TextInput
      ref={input}
      className={styles.search ?? ''}
      aria-label={label}
      placeholder={label}
      maxLength={MAX_SEARCH}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text !== '' && <CloseButton size="sm" aria-label={t('list.clearSearch')} onClick={clear} />}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        type(event.currentTarget.value);
      }}
    />
  );
}

function useSlashKey(input: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input]);
}

/** Whether a key goes into a field: also one inside a shadow root, which the event's target does not show. */
function isTyping(event: globalThis.KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest('input, select, textarea, [contenteditable="true"]') !== null;
}

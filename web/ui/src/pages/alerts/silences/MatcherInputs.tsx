import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isWhole, type Matcher, OPERATORS, type Operator, parseMatchers } from '../../../lib/alerts/matchers';
import styles from '../alerts.module.css';

interface Props {
  readonly matchers: readonly Matcher[];
  readonly onChange: (matchers: readonly Matcher[]) => void;
  readonly error: string | undefined;
}

/** A line for each matcher. Several that are pasted as text become lines of their own. */
export function MatcherInputs({ matchers, onChange, error }: Props) {
  const { t } = useTranslation();
  const put = (index: number, next: Partial<Matcher>) =>
    onChange(matchers.map((matcher, i) => (i === index ? { ...matcher, ...next } : matcher)));
  const paste = (event: ClipboardEvent) => {
    const read = parseMatchers(event.clipboardData.getData('text'));
    if (read === undefined || read.length === 0) return;
    event.preventDefault();
    onChange([...matchers.filter(({ value }) => value !== ''), ...read]);
  };
  return (
    <fieldset className={styles.matchers} onPaste={paste}>
      <legend>{t('silences.matchers')}</legend>
      {matchers.map((matcher, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its place
        <div key={i} className={styles.matcher}>
          <TextInput
            aria-label={t('silences.name', { number: i + 1 })}
            value={matcher.name}
            onChange={(event) => put(i, { name: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label={t('silences.operator', { number: i + 1 })}
            value={matcher.operator}
            data={[...OPERATORS]}
            onChange={(event) => put(i, { operator: event.currentTarget.value as Operator })}
          />
          <TextInput
            aria-label={t('silences.value', { number: i + 1 })}
            value={matcher.value}
            error={matcher.name !== '' && !isWhole(matcher) ? t('silences.badExpression') : undefined}
            onChange={(event) => put(i, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            disabled={matchers.length === 1}
            aria-label={t('silences.remove', { number: i + 1 })}
            onClick={() => onChange(matchers.filter((_, other) => other !== i))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...matchers, { name: '', operator: '=', value: '' }])}
      >
        {t('silences.add')}
      </Button>
      {error !== undefined && (
        <p className={styles.failure} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

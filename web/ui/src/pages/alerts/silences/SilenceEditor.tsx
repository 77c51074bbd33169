import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshAlerts, setSilence } from '../../../api/alertQueries';
import { LENGTHS, missingInSilence, type SilenceForm, silenceOf } from '../../../lib/alerts/silence';
import { parseBound, resolveBound } from '../../../lib/prom/timeRange';
import { civilText } from '../../../lib/prom/zone';
import { useAlertParams } from '../../../state/alerts/useAlertParams';
import { useFormats } from '../../../state/useFormats';
import styles from '../alerts.module.css';
import { Failure } from '../Failure';
import { rememberAuthor } from './author';
import { MatcherInputs } from './MatcherInputs';
import { SilencePreview } from './SilencePreview';

/** Where a silence is made or changed, with what it would keep quiet. */
export function SilenceEditor({ begin }: { begin: SilenceForm }) {
  const { t } = useTranslation();
  const { change } = useAlertParams();
  const client = useQueryClient();
  const [form, setForm] = useState(begin);
  const [tried, setTried] = useState(false);
  const close = () => change({ silence: undefined, matchers: undefined });
  const save = useMutation({
    mutationFn: () => setSilence(silenceOf(form, Date.now())),
    onSuccess: async () => {
      rememberAuthor(form.createdBy.trim());
      close();
      await refreshAlerts(client);
    },
  });
  const missing = missingInSilence(form);
  const put = (next: Partial<SilenceForm>) => setForm({ ...form, ...next });
  const wanted = (field: (typeof missing)[number]) =>
    tried && missing.includes(field) ? t('alerts.needed') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0) save.mutate();
  };
  return (
    <form className={styles.editor} aria-label={t('silences.form')} onSubmit={submit}>
      <h2>{form.id === undefined ? t('silences.new') : t('silences.change')}</h2>
      <MatcherInputs
        matchers={form.matchers}
        onChange={(matchers) => put({ matchers })}
        error={tried && missing.includes('matchers') ? t('silences.matchersNeeded') : undefined}
      />
      <div className={styles.fields}>
        <Beginning form={form} onChange={put} />
        <Length seconds={form.seconds} onChange={(seconds) => put({ seconds })} />
        <TextInput
          label={t('silences.author')}
          value={form.createdBy}
          error={wanted('createdBy')}
          onChange={(event) => put({ createdBy: event.currentTarget.value })}
        />
        <TextInput
          label={t('silences.comment')}
          className={styles.grow ?? ''}
          value={form.comment}
          error={wanted('comment')}
          onChange={(event) => put({ comment: event.currentTarget.value })}
        />
      </div>
      <SilencePreview matchers={form.matchers} />
      <Failure error={save.error} />
      <div className={styles.actions}>
        <Button size="sm" type="submit" disabled={save.isPending}>
          {t('silences.save')}
        </Button>
        <Button size="sm" variant="default" onClick={close}>
          {t('alerts.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly form: SilenceForm;
  readonly onChange: (next: Partial<SilenceForm>) => void;
}

/** Empty is at once. */
function Beginning({ form, onChange }: PartProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(form.startsAt === undefined ? '' : civilText(form.startsAt, 'local').slice(0, 16));
  const bound = text.trim() === '' ? undefined : parseBound(text, 'local');
  const type = (typed: string) => {
    setText(typed);
    const read = typed.trim() === '' ? undefined : parseBound(typed, 'local');
    if (read === undefined && typed.trim() !== '') return;
    onChange({ startsAt: read === undefined ? undefined : resolveBound(read, 'from', Date.now(), 'local') });
  };
  return (
    <TextInput
      label={t('silences.start')}
      placeholder={t('silences.now')}
      title={t('range.hint')}
      value={text}
      error={text.trim() !== '' && bound === undefined ? t('range.unread') : undefined}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

function Length({ seconds, onChange }: { seconds: number; onChange: (seconds: number) => void }) {
  const { t } = useTranslation();
  const { duration } = useFormats();
  const all = [...new Set<number>([...LENGTHS, seconds])].sort((a, b) => a - b);
  return (
    <NativeSelect
      label={t('silences.length')}
      value={String(seconds)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
      data={all.map((length) => ({ value: String(length), label: duration(length) }))}
    />
  );
}

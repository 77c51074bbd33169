import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  exprOf,
  type Field,
  type RuleForm,
  TEMPLATES,
  type Template,
  withTemplate,
} from '../../../lib/alerts/ruleForm';
import type { Labels } from '../../../lib/prom/labels';
import styles from '../alerts.module.css';
import { TemplateFields } from './TemplateFields';

const SEVERITIES = ['critical', 'warning', 'info'] as const;

/** Texts of a rule that the form has fields for. */
const TEXTS = ['summary', 'summary_ko', 'description', 'description_ko', 'runbook', 'runbook_ko'] as const;

interface Props {
  readonly form: RuleForm;
  readonly missing: readonly Field[];
  readonly onChange: (form: RuleForm) => void;
}

export function RuleFormFields({ form, missing, onChange }: Props) {
  const { t } = useTranslation();
  const put = (next: Partial<RuleForm>) => onChange({ ...form, ...next });
  const wanted = (field: Field) => (missing.includes(field) ? t('alerts.needed') : undefined);
  return (
    <div className={styles.form}>
      <NativeSelect
        label={t('rules.kind')}
        value={form.template}
        onChange={(event) => onChange(withTemplate(form, event.currentTarget.value as Template))}
        data={TEMPLATES.map((template) => ({ value: template, label: t(`template.${template}`) }))}
      />
      <TemplateFields form={form} missing={missing} put={put} />
      {form.template !== 'free' && <code className={styles.expr}>{exprOf(form) ?? t('rules.notWhole')}</code>}
      <div className={styles.fields}>
        <TextInput
          label={t('rules.name')}
          value={form.name}
          error={wanted('name')}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
        <Severity form={form} put={put} />
        <TextInput
          label={t('rules.hold')}
          title={t('rules.holdHelp')}
          placeholder="5m"
          value={form.hold}
          error={missing.includes('hold') ? t('rules.badDuration') : undefined}
          onChange={(event) => put({ hold: event.currentTarget.value })}
        />
        <TextInput
          label={t('rules.keepFiring')}
          title={t('rules.keepFiringHelp')}
          placeholder="10m"
          value={form.keepFiring}
          error={missing.includes('keepFiring') ? t('rules.badDuration') : undefined}
          onChange={(event) => put({ keepFiring: event.currentTarget.value })}
        />
      </div>
      <Texts annotations={form.annotations} onChange={(annotations) => put({ annotations })} />
    </div>
  );
}

function Severity({ form, put }: { form: RuleForm; put: (next: Partial<RuleForm>) => void }) {
  const { t } = useTranslation();
  const severity = form.labels.severity ?? '';
  const all = [...new Set([...SEVERITIES, severity])].filter((one) => one !== '');
  return (
    <NativeSelect
      label={t('alerts.severity')}
      value={severity}
      onChange={(event) => put({ labels: { ...form.labels, severity: event.currentTarget.value } })}
      data={[{ value: '', label: '–' }, ...all]}
    />
  );
}

function Texts({ annotations, onChange }: { annotations: Labels; onChange: (annotations: Labels) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.texts}>
      {TEXTS.map((name) => (
        <Textarea
          key={name}
          label={t(`ruleText.${name}`)}
          rows={name.startsWith('summary') ? 2 : 3}
          value={annotations[name] ?? ''}
          onChange={(event) => onChange({ ...annotations, [name]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

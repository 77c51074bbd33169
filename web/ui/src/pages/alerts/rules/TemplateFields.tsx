import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../api/types';
import { FIELDS, type Field, type RuleFields, type RuleForm, type Template } from '../../../lib/alerts/ruleForm';
import { isAlarming, VERDICTS } from '../../../lib/verdict';
import styles from '../alerts.module.css';

interface Props {
  readonly form: RuleForm;
  readonly missing: readonly Field[];
  readonly put: (next: Partial<RuleForm>) => void;
}

/** What the template of a rule asks for. */
export function TemplateFields({ form, missing, put }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.hint}>{t(`templateHelp.${form.template}`)}</p>
      <div className={styles.fields}>
        {FIELDS[form.template].map((field) => (
          <OneField key={field} field={field} form={form} wanted={missing.includes(field)} put={put} />
        ))}
      </div>
    </>
  );
}

interface FieldProps {
  readonly field: keyof RuleFields;
  readonly form: RuleForm;
  readonly wanted: boolean;
  readonly put: (next: Partial<RuleForm>) => void;
}

function OneField({ field, form, wanted, put }: FieldProps) {
  const { t } = useTranslation();
  const error = wanted ? t('alerts.needed') : undefined;
  switch (field) {
    case 'eachTopic':
    case 'orWorse':
      return (
        <Switch
          className={styles.switch ?? ''}
          label={t(`field.${field}`)}
          checked={form[field]}
          onChange={(event) => put({ [field]: event.currentTarget.checked })}
        />
      );
    case 'verdict':
      return (
        <NativeSelect
          label={t('verdict.label')}
          value={form.verdict}
          onChange={(event) => put({ verdict: event.currentTarget.value as Verdict })}
          data={VERDICTS.filter(isAlarming).map((verdict) => ({ value: verdict, label: t(`verdictWord.${verdict}`) }))}
        />
      );
    case 'operator':
      return (
        <NativeSelect
          label={t('field.operator')}
          value={form.operator}
          onChange={(event) => put({ operator: event.currentTarget.value === '>' ? '>' : '>=' })}
          data={['>=', '>']}
        />
      );
    case 'expr':
      return (
        <Textarea
          className={styles.grow ?? ''}
          classNames={{ input: styles.mono ?? '' }}
          label={t('field.expr')}
          rows={3}
          spellCheck={false}
          value={form.expr}
          error={error}
          onChange={(event) => put({ expr: event.currentTarget.value })}
        />
      );
    default:
      return <TextField field={field} form={form} error={error} put={put} />;
  }
}

type TextName = Exclude<keyof RuleFields, 'eachTopic' | 'orWorse' | 'verdict' | 'operator' | 'expr'>;

interface TextProps {
  readonly field: TextName;
  readonly form: RuleForm;
  readonly error: string | undefined;
  readonly put: Props['put'];
}

function TextField({ field, form, error, put }: TextProps) {
  const label = useLabel(field, form.template);
  const { t } = useTranslation();
  const isPlace = field === 'cluster' || field === 'group' || field === 'topic';
  return (
    <TextInput
      label={label}
      {...(isPlace ? { placeholder: t('field.any'), title: t('field.anyHelp') } : {})}
      spellCheck={false}
      value={form[field]}
      error={error}
      onChange={(event) => put({ [field]: event.currentTarget.value })}
    />
  );
}

/** A threshold is of another kind in each template. */
function useLabel(field: TextName, template: Template): string {
  const { t } = useTranslation();
  if (field !== 'threshold') return t(`field.${field}`);
  return template === 'verdict' || template === 'free' ? '' : t(`threshold.${template}`);
}

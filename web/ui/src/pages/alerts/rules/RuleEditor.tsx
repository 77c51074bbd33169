import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { checkQuery, ownRulesQuery, refreshAlerts, saveOwnRules } from '../../../api/alertQueries';
import { ApiError } from '../../../api/apiError';
import { RefusedError } from '../../../api/send';
import type { OwnRules } from '../../../api/types';
import type { Problem } from '../../../lib/alerts/rule';
import { onto, type RuleEdit, ruleIn, withForm, withText } from '../../../lib/alerts/ruleEdit';
import { readRuleFile } from '../../../lib/alerts/ruleFile';
import { missingIn } from '../../../lib/alerts/ruleForm';
import { ALERTS_PATH } from '../../../lib/paths';
import { useAlertParams } from '../../../state/alerts/useAlertParams';
import styles from '../alerts.module.css';
import { Failure } from '../Failure';
import { BacktestPanel } from './BacktestPanel';
import { ProblemList } from './ProblemList';
import { RuleFormFields } from './RuleFormFields';
import { YamlEditor } from './YamlEditor';

/** Pause after the last change before the server is asked what is wrong, in ms. */
const CHECK_DELAY = 500;

/** One rule, as a form and as YAML; tried on the past before it is saved. */
export function RuleEditor({ begin, own }: { begin: RuleEdit; own: OwnRules }) {
  const { t } = useTranslation();
  const { params, change } = useAlertParams();
  const [edit, setEdit] = useState(begin);
  const [from, setFrom] = useState(own);
  const [line, setLine] = useState(0);
  const yaml = params.get('as') === 'yaml';
  const saving = useSaving(edit, from);
  const { problems, checking } = useProblems(edit.text, saving.refused);
  const rule = ruleIn(edit);
  const missing = missingIn(edit.form);
  const navigate = useNavigate();
  const close = () => void navigate(`${ALERTS_PATH}?tab=rules`);
  const theirs = (file: OwnRules) => {
    setFrom(file);
    setEdit(onto(edit, file.yaml));
    saving.forget();
  };
  const show = (next: number) => {
    setLine(next);
    change({ as: 'yaml' }, true);
  };
  return (
    <section className={styles.editor} aria-label={t('rules.editor')}>
      <div className={styles.cardHead}>
        <h2>{begin.place === undefined || params.get('edit') === 'new' ? t('rules.new') : t('rules.change')}</h2>
        <div className={styles.tabs} role="group" aria-label={t('rules.as')}>
          <ModeButton on={!yaml} label={t('rules.form')} onClick={() => change({ as: undefined }, true)} />
          <ModeButton on={yaml} label={t('rules.yaml')} onClick={() => change({ as: 'yaml' }, true)} />
        </div>
      </div>
      {yaml ? (
        <YamlEditor
          label={t('rules.yamlLabel')}
          value={edit.text}
          problems={problems}
          line={line}
          onChange={(text) => setEdit(withText(edit, text))}
        />
      ) : (
        <RuleFormFields form={edit.form} missing={missing} onChange={(form) => setEdit(withForm(edit, form))} />
      )}
      <ProblemList problems={problems} onShow={show} />
      <BacktestPanel rule={problems.length === 0 ? rule : undefined} />
      <Conflict error={saving.error} onMerge={theirs} />
      <div className={styles.actions}>
        <Button
          size="sm"
          disabled={saving.busy || checking || problems.length > 0 || (!yaml && missing.length > 0)}
          onClick={() => saving.save(close)}
        >
          {t('rules.save')}
        </Button>
        <Button size="sm" variant="default" onClick={close}>
          {t('alerts.cancel')}
        </Button>
      </div>
    </section>
  );
}

function ModeButton({ on, label, onClick }: { on: boolean; label: string; onClick: () => void }) {
  return (
    <button type="button" aria-pressed={on} onClick={onClick}>
      {label}
    </button>
  );
}

/** What is no YAML is seen here at once; what is no rule is for the server to say. */
function useProblems(text: string, refused: readonly Problem[]) {
  const [settled] = useDebouncedValue(text, CHECK_DELAY);
  const here = readRuleFile(text).problems;
  const { data = [], isFetching } = useQuery({
    ...checkQuery(settled),
    enabled: settled.trim() !== '' && readRuleFile(settled).problems.length === 0,
    placeholderData: keepPreviousData,
  });
  if (here.length > 0) return { problems: here, checking: false };
  return { problems: data.length > 0 ? data : refused, checking: isFetching || settled !== text };
}

function useSaving({ text }: RuleEdit, { revision }: OwnRules) {
  const client = useQueryClient();
  const { mutate, error, isPending, variables, reset } = useMutation({
    mutationFn: (yaml: string) => saveOwnRules({ yaml, revision }),
  });
  const refused = error instanceof RefusedError && variables === text ? error.problems : [];
  return {
    error: refused.length > 0 ? null : error,
    refused,
    busy: isPending,
    forget: reset,
    save: (then: () => void) =>
      mutate(text, {
        onSuccess: () => {
          then();
          void refreshAlerts(client);
        },
      }),
  };
}

/** Somebody else has saved meanwhile: this rule can be put into what they have saved. */
function Conflict({ error, onMerge }: { error: Error | null; onMerge: (theirs: OwnRules) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  if (!(error instanceof ApiError && error.code === 'conflict')) return <Failure error={error} />;
  const merge = async () => onMerge(await client.fetchQuery({ ...ownRulesQuery(), staleTime: 0 }));
  return (
    <div className={styles.failure} role="alert">
      <span>{t('rules.conflict')}</span>
      <Button size="xs" variant="default" onClick={() => void merge()}>
        {t('rules.merge')}
      </Button>
    </div>
  );
}

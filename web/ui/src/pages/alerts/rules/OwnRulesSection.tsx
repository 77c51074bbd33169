import { Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshAlerts, saveOwnRules } from '../../../api/alertQueries';
import type { OwnRules } from '../../../api/types';
import { ConfirmButton } from '../../../components/ConfirmButton';
import { Section } from '../../../components/Page';
import type { PromRuleGroup } from '../../../lib/alerts/rows';
import { type FileRule, readRuleFile, withoutRule } from '../../../lib/alerts/ruleFile';
import { useAlertParams } from '../../../state/alerts/useAlertParams';
import styles from '../alerts.module.css';
import { Failure } from '../Failure';
import { Health } from './RuleGroupSection';

interface Props {
  readonly own: OwnRules;
  readonly groups: readonly PromRuleGroup[];
}

/** The rules that people have made on this page. */
export function OwnRulesSection({ own, groups }: Props) {
  const { t } = useTranslation();
  const { change } = useAlertParams();
  const file = useMemo(() => readRuleFile(own.yaml), [own.yaml]);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: ({ place }: FileRule) => saveOwnRules({ ...own, yaml: withoutRule(own.yaml, place) }),
    onSettled: () => refreshAlerts(client),
  });
  if (own.yaml.trim() === '') return null;
  return (
    <Section title={t('rules.own')} note={t('rules.ownNote')}>
      <ul className={styles.rules}>
        {file.groups.flatMap((group) =>
          group.rules.map((rule) => (
            <li key={JSON.stringify(rule.place)} className={styles.ownRule}>
              <Health
                rule={groups.find(({ name }) => name === group.name)?.rules.find(({ name }) => name === rule.name)}
              />
              <strong className="k-cut">{rule.name}</strong>
              <code className={`k-cut ${styles.oneLine}`}>{rule.rule?.expr}</code>
              <span className={styles.actions}>
                {rule.rule !== undefined && (
                  <Button
                    size="xs"
                    variant="default"
                    leftSection={<IconPencil size={14} aria-hidden />}
                    aria-label={t('rules.editOf', { name: rule.name })}
                    onClick={() => change({ edit: `${rule.place.group}.${rule.place.rule}` })}
                  >
                    {t('rules.edit')}
                  </Button>
                )}
                <ConfirmButton
                  label={t('rules.remove')}
                  icon={<IconTrash size={14} aria-hidden />}
                  disabled={remove.isPending || file.problems.length > 0}
                  onConfirm={() => remove.mutate(rule)}
                />
              </span>
            </li>
          )),
        )}
      </ul>
      <div className={styles.actions}>
        <Button size="xs" variant="default" onClick={() => change({ edit: 'file', as: 'yaml' })}>
          {t('rules.editFile')}
        </Button>
      </div>
      <Failure error={remove.error} />
    </Section>
  );
}

import { Button, NativeSelect } from '@mantine/core';
import { IconListDetails, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isWithout, ownRulesQuery, ruleGroupsQuery } from '../../../api/alertQueries';
import controls from '../../../components/controls.module.css';
import { Notice } from '../../../components/Notice';
import { Panel } from '../../../components/Page';
import { SearchBox } from '../../../components/SearchBox';
import type { PromRule, PromRuleGroup } from '../../../lib/alerts/rows';
import { matches } from '../../../lib/search';
import { useAlertParams } from '../../../state/alerts/useAlertParams';
import { Loaded } from '../Loaded';
import { OwnRulesSection } from './OwnRulesSection';
import { RuleEditing } from './RuleEditing';
import { RuleGroupSection } from './RuleGroupSection';

/** The rules that find what is wrong, and where people make their own. */
export default function RulesTab() {
  const { params } = useAlertParams();
  const groups = useQuery(ruleGroupsQuery());
  const own = useQuery(ownRulesQuery());
  const edit = params.get('edit') ?? '';
  if (edit !== '') {
    return (
      <Loaded hasData={own.data !== undefined} error={own.error} retry={() => void own.refetch()}>
        {own.data !== undefined && <RuleEditing own={own.data} edit={edit} />}
      </Loaded>
    );
  }
  const known = groups.data ?? (isWithout(groups.error) ? [] : undefined);
  return (
    <Loaded hasData={known !== undefined} error={groups.error} retry={() => void groups.refetch()}>
      <RulesToolbar editable={own.data !== undefined} />
      {own.data !== undefined && <OwnRulesSection own={own.data} groups={known ?? []} />}
      <Groups groups={known ?? []} />
    </Loaded>
  );
}

function RulesToolbar({ editable }: { editable: boolean }) {
  const { t } = useTranslation();
  const { params, change } = useAlertParams();
  return (
    <search className={controls.toolbar}>
      <SearchBox label={t('rules.search')} value={params.get('q') ?? ''} onSearch={(q) => change({ q }, true)} />
      <NativeSelect
        aria-label={t('rules.show')}
        value={params.get('show') ?? ''}
        onChange={(event) => change({ show: event.currentTarget.value })}
        data={[
          { value: '', label: t('rules.all') },
          { value: 'alarming', label: t('rules.alarming') },
          { value: 'broken', label: t('rules.broken') },
        ]}
      />
      {editable && (
        <Button size="sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => change({ edit: 'new' })}>
          {t('rules.new')}
        </Button>
      )}
    </search>
  );
}

function Groups({ groups }: { groups: readonly PromRuleGroup[] }) {
  const { t } = useTranslation();
  const { params } = useAlertParams();
  const [search, show] = [params.get('q') ?? '', params.get('show') ?? ''];
  const found = useMemo(
    () =>
      groups
        .map((group) => ({ ...group, rules: group.rules.filter((rule) => isShown(rule, group, search, show)) }))
        .filter(({ rules }) => rules.length > 0),
    [groups, search, show],
  );
  if (found.length === 0) {
    return (
      <Panel>
        <Notice icon={<IconListDetails />} title={t('rules.emptyTitle')} text={t('rules.emptyText')} />
      </Panel>
    );
  }
  return found.map((group) => <RuleGroupSection key={`${group.file} ${group.name}`} group={group} />);
}

function isShown(rule: PromRule, group: PromRuleGroup, search: string, show: string): boolean {
  if (show === 'alarming' && (rule.alerts?.length ?? 0) === 0) return false;
  if (show === 'broken' && rule.health !== 'err') return false;
  return matches(search, [rule.name, rule.query, group.name]);
}

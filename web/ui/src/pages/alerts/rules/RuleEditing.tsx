import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ruleGroupsQuery } from '../../../api/alertQueries';
import type { OwnRules } from '../../../api/types';
import type { PromRuleGroup } from '../../../lib/alerts/rows';
import { beginNew, beginWith, type RuleEdit } from '../../../lib/alerts/ruleEdit';
import { formFrom, formOf, newForm } from '../../../lib/alerts/ruleForm';
import { useAlertParams } from '../../../state/alerts/useAlertParams';
import { asRule } from './copyPath';
import { RuleEditor } from './RuleEditor';

/** What the address asks to edit: `new`, `file` for the text alone, or the place of a rule, such as `0.2`. */
export function RuleEditing({ own, edit }: { own: OwnRules; edit: string }) {
  const { params } = useAlertParams();
  const { data: groups } = useQuery(ruleGroupsQuery());
  if (params.has('copy') && groups === undefined) return null;
  const key = `${edit} ${params.get('template')} ${params.get('copy')}`;
  return <Begun key={key} own={own} begin={() => begin(own.yaml, edit, params, groups ?? [])} />;
}

/** Begins once: the file that is asked for again later is what was changed from, until it is saved. */
function Begun({ own, begin: first }: { own: OwnRules; begin: () => RuleEdit }) {
  const [edit] = useState(first);
  const [from] = useState(own);
  return <RuleEditor begin={edit} own={from} />;
}

function begin(yaml: string, edit: string, params: URLSearchParams, groups: readonly PromRuleGroup[]): RuleEdit {
  const [, group, rule] = /^(\d+)\.(\d+)$/.exec(edit) ?? [];
  const known = group === undefined ? undefined : beginWith(yaml, { group: Number(group), rule: Number(rule) });
  if (known !== undefined) return known;
  if (edit === 'file')
    return beginWith(yaml, { group: 0, rule: 0 }) ?? { text: yaml, place: undefined, form: newForm('free') };
  const copied = groups
    .flatMap(({ rules }) => rules)
    .find(({ name, query }) => name === params.get('copy') && query === params.get('expr'));
  return beginNew(yaml, copied === undefined ? formFrom(params) : formOf(asRule(copied)));
}

import type { PromRule } from '../../../lib/alerts/rows';
import type { Rule } from '../../../lib/alerts/rule';
import { ALERTS_PATH } from '../../../lib/paths';
import { formatDuration } from '../../../lib/prom/duration';

/** The rule as people would write it. */
export function asRule({
  name,
  query,
  duration = 0,
  keepFiringFor = 0,
  labels = {},
  annotations = {},
}: PromRule): Rule {
  return {
    alert: name,
    expr: query,
    hold: duration > 0 ? formatDuration(duration) : '',
    keepFiring: keepFiringFor > 0 ? formatDuration(keepFiringFor) : '',
    labels,
    annotations,
  };
}

/** Address of the editor with a copy of a rule: by its name and expression, which the editor looks up. */
export function copyPath({ name, query }: PromRule): string {
  return `${ALERTS_PATH}?${new URLSearchParams({ tab: 'rules', edit: 'new', copy: name, expr: query })}`;
}

/** Address of a list of one cluster, below the base. */
export function clusterPath(cluster: string, page: 'groups' | 'brokers' | 'topics'): string {
  return `/clusters/${encodeURIComponent(cluster)}/${page}`;
}

/** Address of one group; its id may hold any character. */
export function groupPath(cluster: string, group: string): string {
  return `${clusterPath(cluster, 'groups')}/${encodeURIComponent(group)}`;
}

export function topicPath(cluster: string, topic: string): string {
  return `${clusterPath(cluster, 'topics')}/${encodeURIComponent(topic)}`;
}

/** Where PromQL is asked. */
export const EXPLORE_PATH = '/explore';
/** Which metrics and labels have the most series. */
export const CARDINALITY_PATH = '/explore/cardinality';

/** Address of one query in Explore, as a graph or a table. */
export function explorePath(expr: string, view: 'graph' | 'table' = 'graph'): string {
  const params = new URLSearchParams({ 'A.expr': expr });
  if (view !== 'graph') params.set('A.view', view);
  return `${EXPLORE_PATH}?${params}`;
}

/** What is wrong now, what was, and who is told. */
export const ALERTS_PATH = '/alerts';

/** Address of the editor with a rule begun: a template and the fields that are known, by the names of the form. */
export function newRulePath(template: string, fields: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams({ tab: 'rules', edit: 'new', template });
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== '') params.set(name, value);
  return `${ALERTS_PATH}?${params}`;
}

/** Address of the form for a silence of the alerts that these matchers choose. */
export function newSilencePath(matchers: string): string {
  return `${ALERTS_PATH}?${new URLSearchParams({ tab: 'silences', silence: 'new', matchers })}`;
}

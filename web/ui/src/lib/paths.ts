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

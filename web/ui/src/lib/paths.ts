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

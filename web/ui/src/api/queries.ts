import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { PAGE_SIZE } from '../lib/pages';
import { get, type Params, type Path } from './get';

type Query<P extends Path> = NonNullable<Params<P>['query']>;
export type GroupQuery = Omit<Query<'/clusters/{cluster}/groups'>, 'page' | 'pageSize'>;
export type TopicQuery = Omit<Query<'/clusters/{cluster}/topics'>, 'page' | 'pageSize'>;

/** All that is known of one cluster stands below this key, so that one event makes all of it old. */
export const clusterKey = (cluster: string) => ['cluster', cluster] as const;
const clustersKey = ['clusters'] as const;

/** Asks again for what is on the screen; what is not is asked for when it is shown again. */
export async function refreshCluster(client: QueryClient, cluster: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: clustersKey }),
    client.invalidateQueries({ queryKey: clusterKey(cluster) }),
  ]);
}

export const clustersQuery = () =>
  queryOptions({ queryKey: clustersKey, queryFn: ({ signal }) => get('/clusters', {}, signal) });

export const brokersQuery = (cluster: string) =>
  queryOptions({
    queryKey: [...clusterKey(cluster), 'brokers'],
    queryFn: ({ signal }) => get('/clusters/{cluster}/brokers', { path: { cluster } }, signal),
  });

export const groupsQuery = (cluster: string, query: GroupQuery, page: number) =>
  queryOptions({
    queryKey: [...clusterKey(cluster), 'groups', query, page],
    queryFn: ({ signal }) =>
      get('/clusters/{cluster}/groups', { path: { cluster }, query: { ...query, page, pageSize: PAGE_SIZE } }, signal),
  });

export const groupQuery = (cluster: string, group: string) =>
  queryOptions({
    queryKey: [...clusterKey(cluster), 'group', group],
    queryFn: ({ signal }) => get('/clusters/{cluster}/groups/{group}', { path: { cluster, group } }, signal),
  });

export const groupHistoryQuery = (cluster: string, group: string) =>
  queryOptions({
    queryKey: [...clusterKey(cluster), 'group', group, 'history'],
    queryFn: ({ signal }) => get('/clusters/{cluster}/groups/{group}/history', { path: { cluster, group } }, signal),
  });

export const topicsQuery = (cluster: string, query: TopicQuery, page: number) =>
  queryOptions({
    queryKey: [...clusterKey(cluster), 'topics', query, page],
    queryFn: ({ signal }) =>
      get('/clusters/{cluster}/topics', { path: { cluster }, query: { ...query, page, pageSize: PAGE_SIZE } }, signal),
  });

export const topicQuery = (cluster: string, topic: string) =>
  queryOptions({
    queryKey: [...clusterKey(cluster), 'topic', topic],
    queryFn: ({ signal }) => get('/clusters/{cluster}/topics/{topic}', { path: { cluster, topic } }, signal),
  });

import type { components } from './schema';

type Schemas = components['schemas'];

export type Broker = Schemas['Broker'];
export type BrokerList = Schemas['BrokerList'];
export type ClusterSummary = Schemas['ClusterSummary'];
export type CommitSource = Schemas['CommitSource'];
export type Evidence = Schemas['Evidence'];
export type Forecast = Schemas['Forecast'];
export type Group = Schemas['Group'];
export type GroupDetail = Schemas['GroupDetail'];
export type GroupHistory = Schemas['GroupHistory'];
export type GroupPage = Schemas['GroupPage'];
export type GroupType = Schemas['GroupType'];
export type LogDir = Schemas['LogDir'];
export type Member = Schemas['Member'];
export type Partition = Schemas['Partition'];
export type PartitionLag = Schemas['PartitionLag'];
export type Problem = Schemas['Problem'];
export type Quorum = Schemas['Quorum'];
export type QuorumMember = Quorum['members'][number];
export type Snapshot = Schemas['Snapshot'];
export type Topic = Schemas['Topic'];
export type TopicDetail = Schemas['TopicDetail'];
export type TopicGroup = TopicDetail['groups'][number];
export type TopicPage = Schemas['TopicPage'];
export type Verdict = Schemas['Verdict'];

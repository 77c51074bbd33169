import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { PromAlert, PromRuleGroup, V2Alert } from '../lib/alerts/rows';
import type { Problem } from '../lib/alerts/rule';
import type { ApiSilence, NewSilence } from '../lib/alerts/silence';
import { alertmanagerUrl, apiUrl, prometheusUrl } from '../lib/base';
import { ApiError } from './apiError';
import { get } from './get';
import { ask, PromError } from './prometheus';
import { send } from './send';
import type { Backtest, OwnRules } from './types';

/** All that is known of alerts stands below this key: whoever changes something makes all of it old. */
const ALERTS_KEY = ['alerts'] as const;

/** How often alerts are asked for while they are looked at, and for the number in the navigation, in ms. */
const WATCHED = 5_000;
const COUNTED = 15_000;
/** The most groups of alerts that are listed. */
export const GROUPS_LIMIT = 200;

export async function refreshAlerts(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ALERTS_KEY });
}

/** Whether an error says that this server has no alerting. */
export function isWithout(error: Error | null): boolean {
  return (
    (error instanceof ApiError && error.code === 'not_found') ||
    (error instanceof PromError && (error.type === 'missing' || error.type === 'no_store'))
  );
}

/** Asks by the clock, but not a server that has nothing to tell. */
const every = (interval: number) => (query: { state: { error: Error | null } }) =>
  isWithout(query.state.error) ? false : interval;

/** How many alerts there are of each state. */
export const alertCountsQuery = () =>
  queryOptions({
    queryKey: [...ALERTS_KEY, 'counts'],
    queryFn: async ({ signal }) =>
      (await get('/alerts/groups', { query: { page: 1, pageSize: 1, alertLimit: 1 } }, signal)).alerts,
    refetchInterval: every(COUNTED),
  });

export const alertGroupsQuery = () =>
  queryOptions({
    queryKey: [...ALERTS_KEY, 'groups'],
    queryFn: ({ signal }) => get('/alerts/groups', { query: { page: 1, pageSize: GROUPS_LIMIT } }, signal),
    refetchInterval: every(WATCHED),
  });

export const ruleGroupsQuery = () =>
  queryOptions({
    queryKey: [...ALERTS_KEY, 'rules'],
    queryFn: async ({ signal }) =>
      (await ask<{ groups: PromRuleGroup<PromAlert>[] }>(`${prometheusUrl()}/rules`, {}, signal)).data.groups,
    refetchInterval: every(WATCHED),
  });

/** What the notifier has: alerts that are not over, those of other programs among them. */
export const keptAlertsQuery = () =>
  queryOptions({
    queryKey: [...ALERTS_KEY, 'kept'],
    queryFn: ({ signal }) => send<V2Alert[]>('GET', `${alertmanagerUrl()}/alerts`, undefined, signal),
    refetchInterval: every(WATCHED),
  });

/** @param seconds how far back from now */
export const alertHistoryQuery = (seconds: number) =>
  queryOptions({
    queryKey: [...ALERTS_KEY, 'history', seconds],
    queryFn: async ({ signal }) => {
      const to = Date.now();
      const from = to - seconds * 1000;
      const query = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
      return { ...(await get('/alerts/history', { query }, signal)), span: { from, to } };
    },
    refetchInterval: every(WATCHED * 2),
  });

export const silencesQuery = () =>
  queryOptions({
    queryKey: [...ALERTS_KEY, 'silences'],
    queryFn: ({ signal }) => send<ApiSilence[]>('GET', `${alertmanagerUrl()}/silences`, undefined, signal),
    refetchInterval: every(WATCHED * 2),
  });

export const setSilence = (silence: NewSilence) =>
  send<{ silenceID: string }>('POST', `${alertmanagerUrl()}/silences`, silence);

export const expireSilence = (id: string) =>
  send<void>('DELETE', `${alertmanagerUrl()}/silence/${encodeURIComponent(id)}`);

export const receiversQuery = () =>
  queryOptions({
    queryKey: [...ALERTS_KEY, 'receivers'],
    queryFn: async ({ signal }) => (await get('/alerts/receivers', {}, signal)).receivers,
    refetchInterval: every(WATCHED),
  });

export const testReceiver = (name: string) =>
  send<{ results: string[] }>('POST', `${apiUrl()}/alerts/receivers/${encodeURIComponent(name)}/test`);

export const deadLettersQuery = () =>
  queryOptions({
    queryKey: [...ALERTS_KEY, 'dead'],
    queryFn: async ({ signal }) => (await get('/alerts/dead-letters', {}, signal)).deadLetters,
    refetchInterval: every(WATCHED),
  });

const deadLetterUrl = (id: string) => `${apiUrl()}/alerts/dead-letters/${encodeURIComponent(id)}`;
export const retryDeadLetter = (id: string) => send<void>('POST', `${deadLetterUrl(id)}/retry`);
export const dropDeadLetter = (id: string) => send<void>('DELETE', deadLetterUrl(id));

export const alertConfigQuery = () =>
  queryOptions({
    queryKey: [...ALERTS_KEY, 'config'],
    queryFn: async ({ signal }) => (await get('/alerts/config', {}, signal)).yaml,
  });

export const ownRulesQuery = () =>
  queryOptions({
    queryKey: [...ALERTS_KEY, 'own'],
    queryFn: ({ signal }) => get('/rules/own', {}, signal),
  });

export const saveOwnRules = (rules: OwnRules) => send<{ revision: string }>('PUT', `${apiUrl()}/rules/own`, rules);

export const checkQuery = (yaml: string) =>
  queryOptions({
    queryKey: ['rules', 'check', yaml],
    queryFn: async ({ signal }) =>
      (await send<{ problems: Problem[] }>('POST', `${apiUrl()}/rules/check`, { yaml }, signal)).problems,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    retry: false,
  });

/** What the rules of a text would have done in so many seconds until now. */
export async function backtest(yaml: string, seconds: number, now: number, signal?: AbortSignal): Promise<Backtest[]> {
  const body = { yaml, from: new Date(now - seconds * 1000).toISOString(), to: new Date(now).toISOString() };
  return (await send<{ rules: Backtest[] }>('POST', `${apiUrl()}/rules/backtest`, body, signal)).rules;
}

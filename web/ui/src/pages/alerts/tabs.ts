export const ALERT_TABS = ['now', 'history', 'silences', 'rules', 'receivers'] as const;
export type AlertTab = (typeof ALERT_TABS)[number];

/** Which part of the page an address shows. */
export function readTab(params: URLSearchParams): AlertTab {
  return ALERT_TABS.find((tab) => tab === params.get('tab')) ?? 'now';
}

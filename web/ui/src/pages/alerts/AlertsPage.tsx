import { IconBellOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { alertCountsQuery, isWithout } from '../../api/alertQueries';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { useAlertParams } from '../../state/alerts/useAlertParams';
import { AlertTabs } from './AlertTabs';
import { NowTab } from './now/NowTab';
import { type AlertTab, readTab } from './tabs';

const HistoryTab = lazy(() => import('./history/HistoryTab'));
const SilencesTab = lazy(() => import('./silences/SilencesTab'));
const RulesTab = lazy(() => import('./rules/RulesTab'));
const ReceiversTab = lazy(() => import('./receivers/ReceiversTab'));

/** What is wrong now and what was, the rules that find it, and who is told. */
export default function AlertsPage() {
  const { t } = useTranslation();
  const { params } = useAlertParams();
  const tab = readTab(params);
  const { error } = useQuery(alertCountsQuery());
  return (
    <Page title={t('alerts.title')} part={tab === 'now' ? '' : t(`alertTab.${tab}`)} beside={<AlertTabs tab={tab} />}>
      {isWithout(error) ? (
        <Panel>
          <Notice icon={<IconBellOff />} title={t('alerts.noneTitle')} text={t('alerts.noneText')} />
        </Panel>
      ) : (
        <Suspense fallback={<p className="k-sr">{t('loading.page')}</p>}>
          <TabContent tab={tab} />
        </Suspense>
      )}
    </Page>
  );
}

function TabContent({ tab }: { tab: AlertTab }) {
  switch (tab) {
    case 'now':
      return <NowTab />;
    case 'history':
      return <HistoryTab />;
    case 'silences':
      return <SilencesTab />;
    case 'rules':
      return <RulesTab />;
    case 'receivers':
      return <ReceiversTab />;
  }
}

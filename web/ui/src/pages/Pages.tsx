import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Shell } from '../components/shell/Shell';
import { ClusterLayout } from './ClusterLayout';
import { Home } from './Home';
import { NotFound } from './NotFound';

const GroupsPage = lazy(() => import('./groups/GroupsPage'));
const GroupPage = lazy(() => import('./groups/GroupPage'));
const BrokersPage = lazy(() => import('./brokers/BrokersPage'));
const TopicsPage = lazy(() => import('./topics/TopicsPage'));
const TopicPage = lazy(() => import('./topics/TopicPage'));
const ExplorePage = lazy(() => import('./explore/ExplorePage'));
const CardinalityPage = lazy(() => import('./explore/CardinalityPage'));
const AlertsPage = lazy(() => import('./alerts/AlertsPage'));
const PrometheusLink = lazy(() => import('./explore/PrometheusLink'));

/** All addresses, below the base. */
export function Pages() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<Home />} />
        <Route path="clusters/:cluster" element={<ClusterLayout />}>
          <Route index element={<Navigate to="groups" replace />} />
          <Route path="groups" element={<GroupsPage />} />
          <Route path="groups/:group" element={<GroupPage />} />
          <Route path="brokers" element={<BrokersPage />} />
          <Route path="topics" element={<TopicsPage />} />
          <Route path="topics/:topic" element={<TopicPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
        <Route path="explore" element={<ExplorePage />} />
        <Route path="explore/cardinality" element={<CardinalityPage />} />
        <Route path="alerts" element={<AlertsPage />} />
        <Route path="graph" element={<PrometheusLink />} />
        <Route path="query" element={<PrometheusLink />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}

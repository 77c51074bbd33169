import { Navigate, useSearchParams } from 'react-router';
import { EXPLORE_PATH } from '../../lib/paths';
import { writeExplore } from '../../lib/prom/exploreState';
import { readPrometheusLink } from '../../lib/prom/prometheusLink';

/** Leads an address of Prometheus's own page, such as alerts carry, to the same queries here. */
export default function PrometheusLink() {
  const [params] = useSearchParams();
  const state = readPrometheusLink(params);
  const search = state === undefined ? '' : `?${writeExplore(state)}`;
  return <Navigate to={`${EXPLORE_PATH}${search}`} replace />;
}

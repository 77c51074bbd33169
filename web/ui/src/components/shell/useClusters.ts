import { useQuery } from '@tanstack/react-query';
import { clustersQuery } from '../../api/queries';
import { usePolling } from '../../state/live';

/** All clusters. Asked every few seconds while the server is away, however the live connection fares. */
export function useClusters() {
  return useQuery({ ...clustersQuery(), ...usePolling() });
}

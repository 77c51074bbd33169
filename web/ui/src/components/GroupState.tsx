import { toneOfState } from '../lib/groupState';
import { Badge } from './values';

/** The coordinator's word for a group's state, as it is. */
export function GroupState({ state }: { state: string }) {
  return <Badge tone={toneOfState(state)}>{state}</Badge>;
}

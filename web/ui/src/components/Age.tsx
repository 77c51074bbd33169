import { ageNow } from '../lib/freshness';
import { useFormats } from '../state/useFormats';
import { useNow } from '../state/useNow';

/** An age that grows while one looks at it; `receivedAt` in ms is when it was `ageSeconds`. */
export function Age({ ageSeconds, receivedAt, readAt }: { ageSeconds: number; receivedAt: number; readAt: string }) {
  const now = useNow();
  const { age, dateTime } = useFormats();
  return (
    <time className="k-num" dateTime={readAt} title={dateTime(new Date(readAt))}>
      {age(ageNow(ageSeconds, receivedAt, now))}
    </time>
  );
}

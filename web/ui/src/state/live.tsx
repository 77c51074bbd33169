import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { refreshCluster } from '../api/queries';
import { apiUrl } from '../lib/base';
import { Feed, type FeedStatus } from '../lib/feed';

/** How often the page asks while it is not told, in ms. */
export const POLL_INTERVAL = 15_000;

const Live = createContext<FeedStatus>('connecting');

/** Whether the page is told of news at this moment. */
export const useLive = (): FeedStatus => useContext(Live);

/** What a query adds to itself: ask by the clock for as long as nobody tells. */
export function usePolling(): { refetchInterval: number | false } {
  return { refetchInterval: useLive() === 'live' ? false : POLL_INTERVAL };
}

/** Listens to the server, and asks anew for what an event says has changed. A hidden page does not listen: browsers allow few connections. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [status, setStatus] = useState<FeedStatus>('connecting');
  const client = useQueryClient();
  useEffect(() => {
    const feed = new Feed({
      open: () => new EventSource(`${apiUrl()}/events`),
      onSnapshot: ({ cluster }) => void refreshCluster(client, cluster),
      onStatus: setStatus,
    });
    const follow = () => (document.hidden ? feed.stop() : feed.start());
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      feed.stop();
    };
  }, [client]);
  return <Live value={status}>{children}</Live>;
}

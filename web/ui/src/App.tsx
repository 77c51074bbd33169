import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter } from 'react-router';
import { ApiError } from './api/apiError';
import { ErrorBoundary } from './components/ErrorBoundary';
import { basePath } from './lib/base';
import { Pages } from './pages/Pages';
import { LiveProvider } from './state/live';
import { colorSchemes, theme } from './theme';

export function App() {
  const [client] = useState(newClient);
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <ErrorBoundary>
        <QueryClientProvider client={client}>
          <LiveProvider>
            <BrowserRouter basename={basePath()}>
              <Pages />
            </BrowserRouter>
          </LiveProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}

/** Answers are old only when the server says so, or when a poll brings newer ones. */
export function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthRetrying, staleTime: 5_000, gcTime: 60_000, networkMode: 'always' },
    },
  });
}

/** A first answer may be lost on the way; one that says no will say no again. */
function isWorthRetrying(failures: number, error: Error): boolean {
  return failures < 1 && error instanceof ApiError && error.code === 'unreachable';
}

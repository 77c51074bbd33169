import { IconLoader2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/apiError';
import { useCluster } from '../state/useCluster';
import { ErrorNotice } from './ErrorNotice';
import { Notice } from './Notice';

interface Props {
  readonly hasData: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly skeleton: ReactNode;
  /** What to show when the thing asked for does not exist. */
  readonly missing?: ReactNode;
  readonly children: ReactNode;
}

/** Shows the children once there is data, before that what stands in the way. Data once shown stays when a later question fails. */
export function Guard({ hasData, error, retry, skeleton, missing, children }: Props) {
  const code = error instanceof ApiError ? error.code : undefined;
  if (code === 'not_found' && missing !== undefined) return missing;
  if (hasData) return children;
  if (code === 'not_ready') return <Starting />;
  return error === null ? skeleton : <ErrorNotice error={error} retry={retry} />;
}

function Starting() {
  const { t } = useTranslation();
  const { summary } = useCluster();
  const { lastError } = summary;
  return (
    <Notice
      icon={<IconLoader2 />}
      tone="busy"
      title={t('starting.title')}
      text={t('starting.text', { cluster: summary.name })}
      detail={lastError === undefined ? undefined : t('starting.lastError', { error: lastError })}
    />
  );
}

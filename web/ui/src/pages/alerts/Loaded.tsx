import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Panel } from '../../components/Page';

interface Props {
  readonly hasData: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly children: ReactNode;
}

/** The children once there is data; what was shown once stays when a later question fails. */
export function Loaded({ hasData, error, retry, children }: Props) {
  const { t } = useTranslation();
  if (hasData) return children;
  if (error === null) return <p className="k-muted">{t('loading.data')}</p>;
  return (
    <Panel>
      <ErrorNotice error={error} retry={retry} />
    </Panel>
  );
}

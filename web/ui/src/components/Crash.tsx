import { Button } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from './Notice';

/** A page that has thrown. After an update of the server, parts of the old page are gone: loading it again helps then. */
export function Crash({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <Notice
      icon={<IconAlertOctagon />}
      tone="bad"
      title={t('error.crashTitle')}
      text={t('error.crashText')}
      detail={error.message}
      heading="h1"
    >
      <Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>
    </Notice>
  );
}

import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../components/Notice';
import { useTitle } from '../state/useTitle';

export function NotFound() {
  const { t } = useTranslation();
  useTitle(t('notFound.title'));
  return (
    <Notice icon={<IconMapOff />} title={t('notFound.title')} text={t('notFound.text')} heading="h1">
      <HomeButton />
    </Notice>
  );
}

export function NoSuchCluster({ name }: { name: string }) {
  const { t } = useTranslation();
  useTitle(t('notFound.title'));
  return (
    <Notice
      icon={<IconMapOff />}
      title={t('notFound.clusterTitle', { cluster: name })}
      text={t('notFound.clusterText')}
      heading="h1"
    >
      <HomeButton />
    </Notice>
  );
}

function HomeButton() {
  const { t } = useTranslation();
  return (
    <Button component={Link} to="/">
      {t('notFound.home')}
    </Button>
  );
}

import { Button } from '@mantine/core';
import { IconBellPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newRulePath } from '../lib/paths';
import { useFiringCount } from '../state/alerts/useAlerts';
import { useClusters } from './shell/useClusters';

interface Props {
  readonly template: string;
  readonly cluster: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Leads to the editor of rules with this group or topic filled in. Not there on a server without alerting. */
export function AlertOnThis({ template, cluster, fields }: Props) {
  const { t } = useTranslation();
  const several = (useClusters().data?.clusters.length ?? 0) > 1;
  if (useFiringCount() === undefined) return null;
  return (
    <Button
      component={Link}
      to={newRulePath(template, { ...fields, cluster: several ? cluster : undefined })}
      size="xs"
      variant="default"
      leftSection={<IconBellPlus size={15} aria-hidden />}
    >
      {t('alerts.onThis')}
    </Button>
  );
}

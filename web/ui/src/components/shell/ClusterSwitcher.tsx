import { Button, Menu } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ClusterSummary } from '../../api/types';
import { clusterPath } from '../../lib/paths';
import { type Tone, ToneIcon } from '../values';
import styles from './Shell.module.css';

const TONES: Record<ClusterSummary['state'], Tone> = { starting: 'neutral', ok: 'ok', warning: 'warn', error: 'bad' };

/** The name of the cluster; a menu when there are several. */
export function ClusterSwitcher({ clusters, current }: { clusters: readonly ClusterSummary[]; current: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (clusters.length < 2) return <span className={`k-muted k-cut ${styles.cluster}`}>{current}</span>;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          className={styles.cluster ?? ''}
          variant="default"
          size="xs"
          rightSection={<IconSelector size={14} aria-hidden />}
          aria-label={`${t('cluster.switch')}: ${current}`}
        >
          {current}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {clusters.map(({ name, state }) => (
          <Menu.Item
            key={name}
            leftSection={<ToneIcon tone={TONES[state]} size={14} />}
            onClick={() => navigate(clusterPath(name, 'groups'))}
            aria-current={name === current}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

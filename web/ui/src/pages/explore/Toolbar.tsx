import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconHistory,
  IconListSearch,
  IconRefresh,
  IconZoomOut,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDuration, parseDuration } from '../../lib/prom/duration';
import { type Panel, REFRESHES } from '../../lib/prom/exploreState';
import { STEPS } from '../../lib/prom/step';
import { shifted } from '../../lib/prom/timeRange';
import { useExploreContext } from '../../state/explore/ExploreContext';
import styles from './explore.module.css';
import { OptionsMenu } from './OptionsMenu';
import { RangePicker } from './RangePicker';
import { ShareMenu } from './ShareMenu';

/** What all queries share: the range, the step, when they are asked again, and what helps to write them. */
export function Toolbar() {
  const { t } = useTranslation();
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('explore.toolbar')}>
      <div className={styles.group} data-group="panels">
        <PanelButton panel="metrics" />
        <PanelButton panel="history" />
      </div>
      <div className={styles.spring} />
      <div className={styles.group} data-group="ranges">
        <RangeButtons />
      </div>
      <div className={styles.group} data-group="steps">
        <StepSelect />
        <RefreshControl />
      </div>
      <div className={styles.group} data-group="menus">
        <OptionsMenu />
        <ShareMenu />
      </div>
    </div>
  );
}

function PanelButton({ panel }: { panel: Panel }) {
  const { t } = useTranslation();
  const { state, change } = useExploreContext();
  const open = state.panel === panel;
  const Icon = panel === 'metrics' ? IconListSearch : IconHistory;
  return (
    <Button
      size="sm"
      variant="default"
      className={styles.panelButton ?? ''}
      leftSection={<Icon size={16} aria-hidden />}
      aria-expanded={open}
      onClick={() => change({ panel: open ? undefined : panel }, true)}
    >
      {t(`panel.${panel}`)}
    </Button>
  );
}

function RangeButtons() {
  const { t } = useTranslation();
  const { span, change, zoomBy } = useExploreContext();
  const shift = (direction: -1 | 1) => span !== undefined && change({ range: shifted(span, direction, Date.now()) });
  return (
    <>
      <ActionIcon
        size={36}
        variant="default"
        aria-label={t('range.earlier')}
        title={t('range.earlier')}
        onClick={() => shift(-1)}
      >
        <IconChevronLeft size={17} aria-hidden />
      </ActionIcon>
      <RangePicker />
      <ActionIcon
        size={36}
        variant="default"
        aria-label={t('range.later')}
        title={t('range.later')}
        onClick={() => shift(1)}
      >
        <IconChevronRight size={17} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={36}
        variant="default"
        aria-label={t('range.zoomOut')}
        title={t('range.zoomOut')}
        onClick={() => zoomBy(2)}
      >
        <IconZoomOut size={17} aria-hidden />
      </ActionIcon>
    </>
  );
}

function StepSelect() {
  const { t } = useTranslation();
  const { state, step, change } = useExploreContext();
  const offered = [...new Set([...STEPS, ...(state.step === undefined ? [] : [state.step])])].sort((a, b) => a - b);
  const auto = state.step === undefined ? t('range.autoStep', { step: formatDuration(step) }) : t('range.auto');
  return (
    <NativeSelect
      aria-label={t('range.step')}
      title={t('range.step')}
      value={state.step === undefined ? '' : String(state.step)}
      onChange={(event) => change({ step: parseDuration(event.currentTarget.value) })}
      data={[
        { value: '', label: auto },
        ...offered.map((seconds) => ({
          value: String(seconds),
          label: t('range.everyStep', { step: formatDuration(seconds) }),
        })),
      ]}
    />
  );
}

function RefreshControl() {
  const { t } = useTranslation();
  const { state, asking, change } = useExploreContext();
  const offered = [...new Set([...REFRESHES, state.refresh])].sort((a, b) => a - b);
  return (
    <>
      <ActionIcon
        size={36}
        variant="default"
        aria-label={t('range.refreshNow')}
        title={t('range.refreshNow')}
        onClick={asking.again}
      >
        <IconRefresh size={17} aria-hidden />
      </ActionIcon>
      <NativeSelect
        aria-label={t('range.refresh')}
        title={t('range.refresh')}
        value={String(state.refresh)}
        onChange={(event) => change({ refresh: Number(event.currentTarget.value) }, true)}
        data={offered.map((seconds) => ({
          value: String(seconds),
          label: seconds === 0 ? t('range.refreshOff') : t('range.refreshEvery', { interval: formatDuration(seconds) }),
        }))}
      />
    </>
  );
}

import { ActionIcon, Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useExploreContext } from '../../state/explore/ExploreContext';

/** In which zone times are written, and what a graph tells where it is pointed at. */
export function OptionsMenu() {
  const { t } = useTranslation();
  const { state, change } = useExploreContext();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const choices = [
    {
      chosen: state.zone === 'local',
      text: t('options.local', { zone }),
      choose: () => change({ zone: 'local' }, true),
    },
    { chosen: state.zone === 'utc', text: t('options.utc'), choose: () => change({ zone: 'utc' }, true) },
  ];
  const tooltips = [
    { chosen: state.tooltip === 'all', text: t('options.all'), choose: () => change({ tooltip: 'all' }, true) },
    {
      chosen: state.tooltip === 'single',
      text: t('options.single'),
      choose: () => change({ tooltip: 'single' }, true),
    },
  ];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={36} variant="default" aria-label={t('options.label')} title={t('options.label')}>
          <IconAdjustmentsHorizontal size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('options.zone')}</Menu.Label>
        {choices.map(item)}
        <Menu.Divider />
        <Menu.Label>{t('options.tooltip')}</Menu.Label>
        {tooltips.map(item)}
      </Menu.Dropdown>
    </Menu>
  );
}

function item({ chosen, text, choose }: { chosen: boolean; text: string; choose: () => void }) {
  return (
    <Menu.Item
      key={text}
      onClick={choose}
      rightSection={chosen ? <IconCheck size={14} aria-hidden /> : null}
      aria-current={chosen}
    >
      {text}
    </Menu.Item>
  );
}

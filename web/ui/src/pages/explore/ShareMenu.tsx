import { ActionIcon, Menu } from '@mantine/core';
import { IconClockPin, IconLink, IconShare } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeExplore } from '../../lib/prom/exploreState';
import { useExploreContext } from '../../state/explore/ExploreContext';
import styles from './explore.module.css';

/** How long the word that something was copied stays, in ms. */
const TOLD = 2_500;

/** The address of what is shown, as it is or with its times fixed, for the clipboard. */
export function ShareMenu() {
  const { t } = useTranslation();
  const { state, span } = useExploreContext();
  const [told, setTold] = useState<'' | 'copied' | 'failed'>('');
  useEffect(() => {
    if (told === '') return;
    const timer = setTimeout(() => setTold(''), TOLD);
    return () => clearTimeout(timer);
  }, [told]);
  const share = async (fixed: boolean) => {
    const range = fixed && span !== undefined ? { from: Math.round(span.from), to: Math.round(span.to) } : state.range;
    const url = new URL(window.location.href);
    url.search = writeExplore({ ...state, range }).toString();
    setTold((await copy(url.href)) ? 'copied' : 'failed');
  };
  return (
    <span className={styles.share}>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={36} variant="default" aria-label={t('share.label')} title={t('share.label')}>
            <IconShare size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={15} />} onClick={() => void share(false)}>
            {t('share.link')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconClockPin size={15} />}
            disabled={span === undefined}
            onClick={() => void share(true)}
          >
            {t('share.fixed')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span role="status" className={told === '' ? 'k-sr' : styles.told}>
        {told === 'copied' && t('share.copied')}
        {told === 'failed' && t('share.failed')}
      </span>
    </span>
  );
}

/** The clipboard of the browser, which is there only over TLS and on this machine; else the old way. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'k-sr';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}

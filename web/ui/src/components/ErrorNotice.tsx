import { Button } from '@mantine/core';
import { IconAlertOctagon, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiError, type ErrorCode } from '../api/apiError';
import { Notice } from './Notice';

interface Words {
  readonly title: ParseKeys;
  readonly text: ParseKeys;
}

const INTERNAL: Words = { title: 'error.internalTitle', text: 'error.internalText' };
const UNREACHABLE: Words = { title: 'error.unreachableTitle', text: 'error.unreachableText' };
const REQUEST: Words = { title: 'error.requestTitle', text: 'error.requestText' };

const WORDS: Record<ErrorCode, Words> = {
  unreachable: UNREACHABLE,
  unreadable: INTERNAL,
  internal: INTERNAL,
  not_ready: INTERNAL,
  unauthorized: { title: 'error.unauthorizedTitle', text: 'error.unauthorizedText' },
  forbidden: { title: 'error.forbiddenTitle', text: 'error.forbiddenText' },
  too_many_clients: { title: 'error.busyTitle', text: 'error.busyText' },
  bad_request: REQUEST,
  not_found: REQUEST,
  conflict: REQUEST,
};

/** An answer that did not come: what it means, what to do, and the server's own words. */
export function ErrorNotice({ error, retry }: { error: Error; retry: () => void }) {
  const { t } = useTranslation();
  const code = error instanceof ApiError ? error.code : 'internal';
  const hint = error instanceof ApiError ? error.hint : undefined;
  const words = WORDS[code];
  return (
    <Notice
      icon={code === 'unreachable' ? <IconPlugConnectedX /> : <IconAlertOctagon />}
      tone="bad"
      title={t(words.title)}
      text={t(words.text)}
      detail={hint === undefined ? error.message : `${error.message} — ${hint}`}
    >
      <Button leftSection={<IconRefresh size={16} />} onClick={retry}>
        {t('error.retry')}
      </Button>
    </Notice>
  );
}

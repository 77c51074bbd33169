import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** How long it waits for the second click, in ms. */
const PATIENCE = 5_000;

interface Props {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
}

/** A button for what cannot be taken back: it asks once more, in its own place. */
export function ConfirmButton({ label, icon, disabled = false, onConfirm }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (!asking) return;
    const timer = setTimeout(() => setAsking(false), PATIENCE);
    return () => clearTimeout(timer);
  }, [asking]);
  const click = () => {
    setAsking(!asking);
    if (asking) onConfirm();
  };
  return (
    <Button size="xs" variant="default" leftSection={icon} disabled={disabled} onClick={click} data-asking={asking}>
      {asking ? t('alerts.really', { what: label }) : label}
    </Button>
  );
}

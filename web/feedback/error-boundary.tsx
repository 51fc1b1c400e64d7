import { Button, Group, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './feedback.module.css';

/** Catches what a page throws while it renders or loads its code: the frame stays, and the reader can go on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

const Broken = () => {
  const { t } = useTranslation();
  return (
    <div className={classes.empty} role="alert">
      <div className={classes.arch} aria-hidden="true" />
      <Title order={1} size="h2">
        {t('feedback.broken.title')}
      </Title>
      <Text maw="32rem">{t('feedback.broken.text')}</Text>
      <Group justify="center">
        <Button onClick={() => window.location.reload()}>{t('feedback.broken.reload')}</Button>
        <Button variant="outline" component="a" href="/">
          {t('feedback.broken.home')}
        </Button>
      </Group>
    </div>
  );
};

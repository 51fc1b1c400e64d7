import { Button, Group, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { usePageHeading } from '../layout/page.tsx';
import classes from './feedback.module.css';
import { NetworkNeeded, NetworkNeededPage } from './network-needed.tsx';

/**
 * Catches what a page throws while it renders or loads its code: the frame stays, and the reader can go on, by a link of
 * the frame too.
 */
export const ErrorBoundary = ({ children }: { children: ReactNode }) => {
  const [address] = useLocation();
  return <Boundary address={address}>{children}</Boundary>;
};

type Props = { address: string; children: ReactNode };
type State = { failed: 'broken' | 'off-network' | null };

class Boundary extends Component<Props, State> {
  override state: State = { failed: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: error instanceof NetworkNeeded ? 'off-network' : 'broken' };
  }

  /** What had failed before the address changed was another page. */
  override componentDidUpdate(before: Props, { failed }: State) {
    const stands = failed !== null && this.state.failed !== null;
    if (stands && before.address !== this.props.address) this.setState({ failed: null });
  }

  override render(): ReactNode {
    if (this.state.failed === null) return this.props.children;
    return this.state.failed === 'off-network' ? <NetworkNeededPage /> : <Broken />;
  }
}

const Broken = () => {
  const { t } = useTranslation();
  const heading = usePageHeading(t('feedback.broken.title'));
  return (
    <div className={classes.empty} role="alert">
      <div className={classes.arch} aria-hidden="true" />
      <Title order={1} size="h2" ref={heading} tabIndex={-1}>
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

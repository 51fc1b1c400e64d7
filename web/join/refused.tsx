import { Anchor, Button, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Failure } from '../api/failure.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { sectionOf } from '../form/sections.ts';
import type { DraftForm } from '../form/use-draft-form.ts';
import { Contact } from '../settings/contact.tsx';

/** Why sending did not work, and what can be done in each case. */
export const Refused = ({
  failure,
  kept,
  onRetry,
  retrying,
}: {
  failure: Failure;
  kept: DraftForm;
  onRetry: () => void;
  retrying: boolean;
}) => {
  const { t } = useTranslation();
  const siren = kept.form.getValues('company.siren').replaceAll(/\s/g, '');
  const elsewhere = failure.fields.filter(({ path }) => sectionOf(path) === null);
  return (
    <FailureAlert error={failure} onRetry={onRetry} retrying={retrying}>
      {failure.reason === 'duplicate-company' ? (
        <List mt="sm" spacing="xs">
          <List.Item>
            <Anchor component={Link} href={`/link?siren=${siren}`}>
              {t('join.refused.askLink')}
            </Anchor>{' '}
            {t('join.refused.askLinkWhy')}
          </List.Item>
          <List.Item>
            {t('join.refused.otherPerson')} <Contact />
          </List.Item>
        </List>
      ) : null}
      {failure.reason === 'idempotency-key-reused' ? (
        <Group mt="sm">
          <Button component={Link} href={`/link?siren=${siren}`} size="sm" variant="outline" color="red">
            {t('join.refused.askLink')}
          </Button>
          <Button size="sm" variant="subtle" color="red" onClick={kept.renewKey}>
            {t('join.refused.anew')}
          </Button>
        </Group>
      ) : null}
      {elsewhere.map(({ path, message }) => (
        <Text key={path}>{message}</Text>
      ))}
    </FailureAlert>
  );
};

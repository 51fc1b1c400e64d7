import { Button, Group } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrowthPolicy } from '../../../../domain/growth/policy.ts';
import { messageOf } from '../../../../domain/text/field-errors.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { isHeadOffice } from '../../session/person.ts';
import { useSignedIn } from '../../session/session-context.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { CriterionEditor, GeneralEditor } from './criterion-editor.tsx';
import classes from './policy.module.css';
import { draftFrom, isChanged, PolicyDraft, tried } from './policy-draft.ts';
import { PublishSection } from './publish-section.tsx';
import type { Candidates } from './use-candidates.ts';
import { useWhatIf } from './use-what-if.ts';
import { WhatIfPanel } from './what-if-panel.tsx';

/** Thresholds to be moved, and who among today's members would enter or leave: nothing happens before it is published. */
export const WhatIfEditor = ({
  current,
  candidates,
  onPublished,
}: {
  current: GrowthPolicy;
  candidates: Candidates;
  onPublished: (version: string) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { person } = useSignedIn();
  const [begun] = useState(() => draftFrom(current, language));
  const [kept, setDraft, forget] = useKeptDraft('growth-policy', PolicyDraft, begun);
  // A draft begun from a version that is no longer in force says nothing any more.
  const draft = kept.base === current.version ? kept : begun;
  const companies = useMemo(() => candidates.items.map(({ company }) => company), [candidates]);
  const { policy, errors } = useMemo(() => tried(draft, current, language), [draft, current, language]);
  const trial = useWhatIf(companies, current, policy, candidates.closedYear);
  const said = new Map(errors.map(({ path, code, params }) => [path, messageOf(code, params, language)]));
  const change = (part: Partial<PolicyDraft>): void => setDraft({ ...draft, ...part });
  return (
    <div className={classes.whatIf}>
      <div className={classes.editor}>
        {draft.criteria.map(({ name, value }) => (
          <CriterionEditor
            key={name}
            name={name}
            value={value}
            before={current}
            errorAt={(path) => said.get(`criteria.${name}.${path}`)}
            onChange={(next) =>
              change({ criteria: draft.criteria.map((one) => (one.name === name ? { name, value: next } : one)) })
            }
          />
        ))}
        <GeneralEditor draft={draft} errorAt={(path) => said.get(path)} onChange={change} />
        <Group>
          <Button variant="default" onClick={forget} disabled={!isChanged(draft, current, language)}>
            {t('growth.policy.try.reset')}
          </Button>
        </Group>
        {isHeadOffice(person.groups) ? (
          <PublishSection
            draft={draft}
            base={current}
            trial={trial}
            onChange={change}
            onPublished={(version) => {
              forget();
              onPublished(version);
              window.scrollTo(0, 0);
            }}
          />
        ) : null}
      </div>
      <WhatIfPanel candidates={candidates} trial={trial} wrong={[...new Set(said.values())]} />
    </div>
  );
};

import { Alert, Button, Group } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuesPolicyPreview } from '../../../../domain/contract/dues-responses.ts';
import type { DuesPolicy } from '../../../../domain/dues/policy.ts';
import { messageOf } from '../../../../domain/text/field-errors.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import treasury from '../treasury.module.css';
import { useAction } from '../use-action.ts';
import { BandsEditor } from './bands-editor.tsx';
import { BasicsSection, ReductionsSection, SellerSection, TermsSection } from './editor-sections.tsx';
import { bandErrors, draftFrom, judgePolicy, PolicyDraft } from './policy-draft.ts';
import { PreviewSection } from './preview-section.tsx';

/** A version of the scale being written: kept in the tab, judged as it is typed, previewed before it is published. */
export const ScaleEditor = ({ last }: { last: DuesPolicy }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const problems = useRef<HTMLDivElement>(null);
  const [begun] = useState(() => draftFrom(last, language));
  const [draft, setDraft, forget] = useKeptDraft('scale', PolicyDraft, begun);
  const [attempted, setAttempted] = useState(false);
  const [preview, setPreview] = useState<{ policy: DuesPolicy; result: DuesPolicyPreview } | null>(null);
  const judged = judgePolicy(draft, language);
  const action = useAction('PreviewDuesPolicy', undefined, (result) => {
    if (judged.policy !== null) setPreview({ policy: judged.policy, result });
  });

  const say = (errors: typeof judged.errors): Map<string, string> =>
    new Map(errors.map(({ path, code, params }) => [path, messageOf(code, params, language)]));
  // Bands are judged as they are typed; the rest once one tries to go on.
  const errors = new Map([
    ...say(bandErrors(draft, last, language)),
    ...(attempted ? say(judged.errors) : []),
    ...[...action.errors].map(([path, message]) => [path.replace(/^policy\./, ''), message] as const),
  ]);
  const change = (part: Partial<PolicyDraft>): void => {
    setPreview(null);
    for (const path of action.errors.keys()) action.drop(path);
    setDraft({ ...draft, ...part });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAttempted(true);
    if (judged.policy === null) requestAnimationFrame(() => problems.current?.focus());
    else action.send({ policy: judged.policy });
  };
  const props = { draft, errorAt: (path: string) => errors.get(path), change };

  return (
    <form onSubmit={submit} noValidate className={treasury.stack}>
      <BasicsSection {...props} />
      <BandsEditor {...props} />
      <ReductionsSection {...props} />
      <TermsSection {...props} />
      <SellerSection {...props} />
      <div ref={problems} tabIndex={-1}>
        {attempted && judged.policy === null ? (
          <Alert role="alert" color="red" title={t('scale.new.wrong', { count: errors.size })}>
            <ul>
              {[...new Set(errors.values())].map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </Alert>
        ) : null}
        {action.failure === null ? null : <FailureAlert error={action.failure} />}
      </div>
      <Group>
        <Button type="submit" loading={action.pending}>
          {t('scale.new.preview')}
        </Button>
        <Button variant="default" onClick={forget}>
          {t('scale.new.startOver')}
        </Button>
      </Group>
      {preview === null ? null : (
        <PreviewSection policy={preview.policy} result={preview.result} onPublished={forget} />
      )}
    </form>
  );
};

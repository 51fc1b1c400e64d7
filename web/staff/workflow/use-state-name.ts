import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { WorkflowName } from '../../../domain/workflow/execution.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { state as french } from '../text/fr/workflow-states.ts';

/** Words for a state's name: the workflows are written in English, and a state unknown here is shown as it is written. */
export const useStateName = (): ((name: string) => string) => {
  const language = useLanguage();
  return useCallback((name) => (language === 'fr' ? (french[name] ?? name) : name), [language]);
};

/** Words for a workflow's name. */
export const useWorkflowName = (): ((workflow: string) => string) => {
  const { t } = useTranslation('staff');
  return (workflow) => {
    const known = WorkflowName.safeParse(workflow);
    return known.success ? t(`workflow.${known.data}`) : workflow;
  };
};

import { Button, Group } from '@mantine/core';
import { IconBraces, IconFileText } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierExport } from '../../domain/rights/export.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { saveHtml, saveJson } from './export-files.ts';
import { Reading } from './reading.tsx';

/** An export to be read here, and to be taken along: as a page, and for machines. */
export const ExportPanel = ({ dossier }: { dossier: DossierExport }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = useRef<HTMLDivElement>(null);
  return (
    <>
      <Group mb="md">
        <Button
          leftSection={<IconFileText size={18} aria-hidden="true" />}
          onClick={() => {
            if (shown.current !== null) saveHtml(dossier, shown.current, language);
          }}
        >
          {t('rights.saveHtml')}
        </Button>
        <Button
          variant="outline"
          leftSection={<IconBraces size={18} aria-hidden="true" />}
          onClick={() => saveJson(dossier)}
        >
          {t('rights.saveJson')}
        </Button>
      </Group>
      <div ref={shown}>
        <Reading dossier={dossier} />
      </div>
    </>
  );
};

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Language } from '../../../domain/application/form.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser } from '../../support/browser.ts';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';
import { leaveTab, openTab } from '../../support/tabs.ts';
import { type Applied, admit, apply, openConsole, read, TEST_PATIENCE } from './support/console.ts';

let runtime: TestRuntime;
let browser: Browser;
let gier: Applied;
let number: string;

beforeAll(async () => {
  runtime = await TestRuntime.start();
  browser = await openBrowser();
  gier = await apply(runtime, 'Passementerie du Gier');
  number = await admit(runtime, gier);
}, START_PATIENCE + TEST_PATIENCE);
afterAll(async () => {
  await browser?.close();
  await runtime?.dispose();
});

/** A look for whoever writes the pages: `PICTURES=folder`. */
const picture = async (page: Page, name: string): Promise<void> => {
  const { PICTURES } = process.env;
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
};

const SCHEDULES = '/staff/schedules';

/** The company at its browser, through the link of its latest mail. */
const openOwn = async (path: string, language: Language = 'fr', width = 1280): Promise<Page> => {
  const { form } = await read(runtime, gier);
  const mails = await runtime.mail(form.contact.email);
  const links = mails.flatMap(({ text }) => /application#([\w-]+)/.exec(text ?? '')?.[1] ?? []);
  const page = await openTab(browser, runtime.site, { width, language });
  await page.goto(`${runtime.site}${path}#${links[0]}`);
  return page;
};

describe('a member’s own page', () => {
  it(
    'gives its certificate, corrects its contact, shows its data, and says what leaving would come to',
    async () => {
      const page = await openOwn('/application');
      await page.getByText(`Adhésion ${number} · SIREN`).waitFor();
      expect(await page.title()).toBe(`Adhésion\u00a0: ${gier.name} – Traboule`);
      await picture(page, 'link-1280');
      await page.getByRole('link', { name: 'Ouvrir mon adhésion' }).click();
      await page.getByRole('heading', { level: 1, name: 'Votre adhésion' }).waitFor();
      await page.getByText('F2026-000001').first().waitFor();
      await expectAccessible(page);
      await picture(page, 'own-1280');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Télécharger en français' }).click(),
      ]);
      expect(file.suggestedFilename()).toBe(`attestation-${number}-2026-10-05.pdf`);
      expect(
        readFileSync(await file.path())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');

      await page.getByRole('button', { name: 'Corriger', exact: true }).click();
      const contact = page.getByRole('dialog', { name: 'Corriger le contact' });
      await contact.getByLabel('Téléphone').fill('x');
      await contact.getByRole('button', { name: 'Enregistrer' }).click();
      await contact.locator('[aria-invalid="true"]').waitFor();
      await contact.getByLabel('Téléphone').fill('04 77 12 34 56');
      await contact.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('04 77 12 34 56').waitFor();

      await page.getByRole('button', { name: 'Démissionner' }).click();
      const leaving = page.getByRole('dialog', { name: 'Démissionner du cluster ?' });
      await leaving.getByText(/L’adhésion prend fin le 31 décembre 2026 au soir/).waitFor();
      await expectAccessible(page);
      await leaving.getByRole('button', { name: 'Annuler' }).click();
      // The keyboard goes on where it was.
      await page.locator('button:focus', { hasText: 'Démissionner' }).waitFor();

      await page.getByRole('link', { name: 'Voir et exporter vos données' }).click();
      await page.getByRole('heading', { name: `Tout ce que le cluster garde sur ${gier.name}` }).waitFor();
      // Each field by a name in words, not by the one it has in the table.
      const names = await page.getByRole('main').locator('dt').allTextContents();
      expect(names.filter((name) => !/^\p{Lu}/u.test(name))).toEqual([]);
      expect(names.length).toBeGreaterThan(50);
      // So are the codes of what it holds.
      const category = page.locator('dt', { hasText: /^Catégorie$/ }).first();
      expect(await category.locator('xpath=following-sibling::dd').textContent()).toBe('Entreprise');
      const siren = page.locator('dt', { hasText: /^SIREN$/ }).first();
      expect(await siren.locator('xpath=following-sibling::dd').textContent()).toMatch(/^\d{3}\u00a0\d{3}\u00a0\d{3}$/);
      await picture(page, 'data-1280');
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'fits a telephone, in English too',
    async () => {
      const page = await openOwn('/application/membership', 'en', 390);
      await page.getByRole('button', { name: 'Download in English' }).waitFor();
      await page.getByText('F2026-000001').first().waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await picture(page, 'own-390');
      await page.getByRole('link', { name: 'See and export your data' }).click();
      await page.getByRole('heading', { name: `Everything the cluster holds about ${gier.name}` }).waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await picture(page, 'data-390');
      leaveTab(page);
    },
    TEST_PATIENCE,
  );
});

describe('the life of a membership', () => {
  it(
    'is changed in dialogs that say first what follows',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin', path: `/staff/members/${number}` });
      const choose = async (item: string): Promise<Locator> => {
        await page.getByRole('button', { name: 'Gérer l’adhésion' }).click();
        await page.getByRole('menuitem', { name: item }).click();
        return page.getByRole('dialog');
      };
      const moving = await choose('Changer d’adresse');
      await moving.getByLabel('Code postal').fill('69100');
      await moving.getByText('Autre commune : l’antenne est attribuée de nouveau').waitFor();
      await expectAccessible(page);
      await picture(page, 'move-1280');
      await moving.getByLabel('Adresse', { exact: true }).fill('1 place Lazare-Goujon');
      await moving.getByRole('button', { name: 'Changer l’adresse' }).click();
      await moving.getByText('C’est fait').waitFor();
      await moving.getByRole('button', { name: 'Fermer' }).last().click();

      await page.getByText('Dossier modifié : adresse, code postal, commune.').waitFor();

      const category = await choose('Changer de catégorie');
      await category.getByLabel('Start-up').check();
      await category.getByText(/Compte pour la cotisation à partir du 1er janvier/).waitFor();
      await category.getByRole('button', { name: 'Annuler' }).click();
      await page.locator('button:focus', { hasText: 'Gérer l’adhésion' }).waitFor();

      const leaving = await choose('Enregistrer une démission');
      await leaving.getByText(/L’adhésion prend fin le 31 décembre \d{4} au soir/).waitFor();
      await picture(page, 'resign-1280');
      await leaving.getByRole('button', { name: 'Annuler' }).click();

      const excluding = await choose('Exclure');
      await excluding.getByRole('button', { name: 'Exclure' }).click();
      await excluding.locator('[aria-invalid="true"]').waitFor();
      await excluding.getByLabel('Motif').fill('Manquement à la charte.');
      // As signing in again does, once the session has expired.
      await page.reload();
      await choose('Exclure');
      expect(await excluding.getByLabel('Motif').inputValue()).toBe('Manquement à la charte.');
      await excluding.getByRole('button', { name: 'Exclure' }).click();
      await excluding.getByText('L’entreprise est exclue et en est avertie.').waitFor();
      await excluding.getByRole('button', { name: 'Fermer' }).last().click();

      const back = await choose('Reprendre comme membre');
      await back.getByText(new RegExp(`Même numéro \\(${number}\\)`)).waitFor();
      await back.getByRole('button', { name: 'Annuler' }).click();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );
});

describe('the rights over a dossier', () => {
  it(
    'show what is held and who read it, give all of it, and erase what the law does not keep',
    async () => {
      const page = await openConsole(runtime, browser, {
        account: 'admin',
        path: `/staff/rights/${gier.applicationId}`,
      });
      await page.getByRole('cell', { name: 'le membre' }).first().waitFor();
      await page.getByText(/pièces?, gardées? jusqu’au 31 décembre/).waitFor();
      await expectAccessible(page);
      await picture(page, 'rights-1280');

      await page.getByRole('link', { name: 'Exporter' }).click();
      await page.getByRole('heading', { name: `Tout ce que le cluster garde sur ${gier.name}` }).waitFor();
      await expectAccessible(page);
      for (const button of ['Enregistrer la page', 'Enregistrer en JSON']) {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: button }).click(),
        ]);
        expect(readFileSync(await file.path(), 'utf8')).toContain(gier.siren);
      }
      await picture(page, 'export-1280');

      await page.getByRole('link', { name: 'Droits et données' }).click();
      await page.getByRole('button', { name: 'Effacer' }).click();
      const dialog = page.getByRole('dialog');
      await expectAccessible(page);
      await picture(page, 'erase-1280');
      await dialog.getByLabel('Motif').fill('Lettre du 3 mars, identité vérifiée.');
      await dialog.getByRole('button', { name: 'Effacer définitivement' }).click();
      await page
        .getByText(/Les pièces comptables restent jusqu’au 31 décembre/)
        .first()
        .waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'fit a telephone, in English too',
    async () => {
      const page = await openConsole(runtime, browser, {
        account: 'admin',
        path: `/staff/rights/${gier.applicationId}`,
        language: 'en',
        width: 390,
      });
      await page.getByText('Erased', { exact: true }).first().waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await picture(page, 'rights-390');
      leaveTab(page);
    },
    TEST_PATIENCE,
  );
});

describe('the schedules', () => {
  it(
    'say what they do and what became of them, and run when they are told to',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin' });
      await page.getByRole('button', { name: /^Compte de/ }).click();
      await page.getByRole('menuitem', { name: 'Automatismes' }).click();
      const row = page.getByRole('row').filter({ hasText: 'Fin des adhésions' });
      await row.getByText('Tous les jours à 0 h 30').waitFor();
      await row.getByRole('button', { name: 'Lancer maintenant : Fin des adhésions' }).click();
      const dialog = page.getByRole('dialog', { name: 'Lancer maintenant : Fin des adhésions ?' });
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Lancer maintenant' }).click();
      await page.getByText('« Fin des adhésions » est passé.').waitFor();
      await row.getByText('Réussi').waitFor();
      await row.getByText('adhésions terminées').waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Ajouter' }).click();
      const adding = page.getByRole('dialog', { name: 'Ajouter un destinataire' });
      await adding.getByLabel('Nom').fill('Samira Chevrier');
      await adding.getByLabel('Adresse e-mail').fill('samira@example.org');
      await adding.getByRole('button', { name: 'Ajouter' }).click();
      await page.getByRole('row').filter({ hasText: 'samira@example.org' }).getByText('Toutes les antennes').waitFor();
      await picture(page, 'schedules-1280');
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'fit a telephone, in English too',
    async () => {
      const page = await openConsole(runtime, browser, {
        account: 'admin',
        path: SCHEDULES,
        language: 'en',
        width: 390,
      });
      await page.getByText('Every day at 7:00').waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await picture(page, 'schedules-390');
      leaveTab(page);
    },
    TEST_PATIENCE,
  );
});

import type { Page } from 'playwright-core';
import type { ApplicationForm } from '../../../domain/application/form.ts';

/** Goes on to the next step, as the button of the form says it. */
export const goOn = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(Continuer|Relire avant|Continue|Review before)/ }).click();
};

/** The heading one has come to. */
export const expectHeading = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
};

/** Fills in the first step in French. */
export const fillCompany = async (page: Page, { company }: Pick<ApplicationForm, 'company'>): Promise<void> => {
  await page.getByLabel('SIREN', { exact: true }).fill(company.siren);
  await page.getByLabel('Dénomination sociale').fill(company.legalName);
  await page.getByRole('radio', { name: 'Entreprise', exact: true }).check();
  await page.getByLabel('Date de création').fill(company.foundedOn);
  await page.getByLabel('Code d’activité (APE)').fill(company.activity.code);
};

const fillEstablishment = async (
  page: Page,
  { street, postcode }: Pick<ApplicationForm['establishment'], 'street' | 'postcode'>,
  commune: string,
): Promise<void> => {
  await page.getByLabel('Numéro et voie').fill(street);
  await page.getByLabel('Code postal').fill(postcode);
  const select = page.getByLabel('Commune', { exact: true });
  await select.locator('option', { hasText: commune }).first().waitFor({ state: 'attached' });
  await select.selectOption({ label: commune });
};

const fillContact = async (page: Page, { contact }: Pick<ApplicationForm, 'contact'>): Promise<void> => {
  await page.getByLabel('Prénom').fill(contact.firstName);
  await page.getByLabel('Nom', { exact: true }).fill(contact.lastName);
  await page.getByLabel('Fonction').fill(contact.role);
  await page.getByLabel('Adresse e-mail').fill(contact.email);
  await page.getByLabel('Téléphone').fill(contact.phone);
};

const fillFigures = async (page: Page, employees: string, turnover: string): Promise<void> => {
  await page.getByLabel('Effectif').first().fill(employees);
  await page.getByLabel('Chiffre d’affaires').first().fill(turnover);
};

/** From the first step to the review, in French. */
export const fillAll = async (page: Page, site: string, form: ApplicationForm, commune: string): Promise<void> => {
  await page.goto(`${site}/join/company`);
  await fillCompany(page, form);
  await goOn(page);
  await expectHeading(page, 'Votre établissement');
  await fillEstablishment(page, form.establishment, commune);
  await goOn(page);
  await expectHeading(page, 'Votre contact');
  await fillContact(page, form);
  await goOn(page);
  await expectHeading(page, 'Vos chiffres');
  await fillFigures(page, '12', '1 450 000');
  await goOn(page);
  await expectHeading(page, 'Votre antenne et le programme');
  await goOn(page);
  await expectHeading(page, 'La charte des membres');
  await page.getByRole('checkbox', { name: /J’ai lu la charte/ }).check();
  await goOn(page);
  await expectHeading(page, 'Relisez votre demande');
};

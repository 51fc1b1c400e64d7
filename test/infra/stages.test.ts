import { describe, expect, it } from '@jest/globals';
import { missingSettings, STAGES, type Stage, stageNamed } from '../../infra/stages.ts';
import { nextSteps, type Outputs } from '../../scripts/deploy.ts';

const ready: Stage = { ...STAGES.prod, mailFrom: 'adhesion@cluster.fr', contact: 'bonjour@cluster.fr' };
const outputs: Outputs = {
  'traboule-prod-data': { UserPoolId: 'eu-west-3_abc', SignInUrl: 'https://signin.cluster.fr' },
  'traboule-prod-web': {
    SiteUrl: 'https://cluster.fr',
    StaffUrl: 'https://cluster.fr/staff',
    ApiUrl: 'https://cluster.fr/api',
  },
};

describe('stages', () => {
  it('are found by name', () => {
    expect(stageNamed('prod')).toBe(STAGES.prod);
    expect(() => stageNamed(undefined)).toThrow('say dev or prod');
  });

  it('cannot be deployed before they are filled in', () => {
    expect(missingSettings(STAGES.dev)).toEqual([
      expect.stringContaining('mailFrom of dev'),
      expect.stringContaining('contact of dev'),
    ]);
    expect(missingSettings({ ...ready, mailFrom: 'a@sub.example.com' })).toHaveLength(2);
    // Whose invoices they are is still the sample's.
    expect(missingSettings(ready)).toEqual([expect.stringContaining('seller in domain/dues/policies.ts')]);
    expect(missingSettings({ ...ready, keepData: false })).toEqual([]);
  });

  it('keep real data, and only real data, for ever', () => {
    expect(STAGES.prod).toMatchObject({ keepData: true, codeRequired: true, firewall: true });
    expect(STAGES.dev.keepData).toBe(false);
  });
});

describe('what is left to do after a deployment', () => {
  it('is said with the values of the deployment', () => {
    const text = nextSteps(ready, outputs, 'admin@cluster.fr');

    expect(text).toContain(
      'aws cognito-idp admin-add-user-to-group --region eu-west-3 --user-pool-id eu-west-3_abc --username admin --group-name admin',
    );
    expect(text).toContain('https://cluster.fr/staff');
  });

  it('is not said when the deployment did not say where things are', () => {
    expect(() => nextSteps(ready, {}, 'admin@cluster.fr')).toThrow('traboule-prod-web has no output SiteUrl');
  });
});

import type * as french from '../fr/story.ts';

// What becomes of an application, told to staff: its status, its timeline, the reasons of the antenna rule.

export const status: typeof french.status = {
  received: 'Received',
  'confirming-email': 'Address to be confirmed',
  'assigning-antenna': 'Antenna to be assigned',
  'in-review': 'In review',
  'changes-requested': 'Changes asked for',
  approved: 'Approved',
  'awaiting-payment': 'Dues to be paid',
  admitted: 'Admitted',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
  duplicate: 'Duplicate',
  failed: 'Failed',
};

export const actor: typeof french.actor = { company: 'The company', system: 'Automatic' };

export const happening: typeof french.happening = {
  'application-received': 'Application received.',
  'email-confirmation-asked': 'Asked to confirm the address.',
  'email-confirmed': 'E-mail address confirmed.',
  'register-found': 'Register consulted: company found.',
  'register-absent': 'Register consulted: company absent.',
  'register-unavailable': 'Register unavailable: the file goes on without it.',
  'antenna-clear': 'Antenna proposed by the rule: {{antenna}}.',
  'antenna-contested': 'Territory shared by {{candidates}}; the rule proposes {{antenna}}.',
  'antenna-chosen': 'Antenna chosen: {{antenna}}.',
  'antenna-recorded': 'Antenna recorded: {{antenna}}.',
  'review-asked': 'The {{antenna}} antenna is asked to review it, before {{date}}.',
  'review-escalated': 'No answer in time: the head office is asked too.',
  'application-approved': 'Application approved.',
  'application-refused': 'Application refused.',
  'changes-requested': 'Changes asked for, before {{date}}.',
  'application-corrected': 'Application corrected: {{fields}}.',
  'application-corrected-nothing': 'Application sent back unchanged.',
  'application-withdrawn': 'Application withdrawn by the company.',
  'application-expired': 'Application expired. {{reason}}.',
  'application-duplicate': 'Application closed: the company already has one under way, or a membership.',
  'application-failed': 'Processing interrupted by an unexpected error.',
  'execution-stopped': 'Asked to stop the workflow “{{workflow}}”.',
  'application-restarted': 'Processing restarted.',
  'member-admitted': 'Company admitted under number {{number}}.',
  'renewal-opened': 'Renewal opened for the period from {{from}} to {{to}}.',
  'figures-asked': 'Figures to be confirmed, before {{date}}.',
  'figures-confirmed': 'Figures of {{year}} confirmed.',
  'figures-stand': 'No answer in time: the last known figures stand.',
  'membership-renewed': 'Membership renewed from {{from}} to {{to}}.',
  'membership-restored': 'Dues received after it had lapsed: membership restored from {{from}} to {{to}}.',
  'membership-suspended': 'Membership suspended: the dues are not paid.',
  'membership-lapsed': 'Membership lapsed: the dues are still not paid.',
  'resignation-given': 'Resignation received: the membership will end on {{date}}.',
  'membership-resigned': 'Membership ended by resignation.',
  'member-excluded': 'Company excluded.',
  'member-rejoined': 'New membership opened from {{from}} to {{to}}.',
  'member-changed': 'File changed: {{fields}}.',
  'member-transferred': 'Membership transferred from SIREN {{before}} to SIREN {{after}}.',
  'mail-sent': 'E-mail sent: {{message}}.',
};

export const mail: typeof french.mail = {
  'confirm-email': 'confirm the address',
  'changes-requested': 'changes asked for',
  'link-requested': 'new link',
  'member-admitted': 'welcome',
  'resignation-received': 'resignation recorded',
  'member-excluded': 'exclusion',
  'application-refused': 'application refused',
  'application-withdrawn': 'application withdrawn',
  'application-expired': 'application expired',
  'application-duplicate': 'company already known',
  'application-failed': 'processing incident',
};

export const reason: typeof french.reason = {
  'outside-region-elsewhere':
    'Département {{departement}} is outside the region: any of the antennas may take the company, staff decide.',
  'preference-among-candidates': 'The company prefers {{preferred}}, which is among the possible antennas.',
  'preference-not-candidate':
    'The company prefers {{preferred}}, but its establishment is not on the territory of that antenna.',
};

export const path: typeof french.path = {
  'company.siren': 'SIREN',
  'company.legalName': 'legal name',
  'company.category': 'category',
  'company.foundedOn': 'foundation date',
  'company.activity': 'activity',
  'company.website': 'website',
  'establishment.siret': 'SIRET',
  'establishment.street': 'address',
  'establishment.postcode': 'postcode',
  'establishment.communeCode': 'commune',
  'contact.firstName': 'first name',
  'contact.lastName': 'last name',
  'contact.role': 'role',
  'contact.email': 'e-mail',
  'contact.phone': 'telephone',
  'contact.language': 'language',
  figures: 'figures',
  preferredAntenna: 'preferred antenna',
  growthProgramme: 'growth programme',
  charter: 'charter',
};

export const headcount: typeof french.headcount = {
  NN: 'Unknown, or no employee',
  '00': 'No employee',
  '01': '1 or 2',
  '02': '3 to 5',
  '03': '6 to 9',
  '11': '10 to 19',
  '12': '20 to 49',
  '21': '50 to 99',
  '22': '100 to 199',
  '31': '200 to 249',
  '32': '250 to 499',
  '41': '500 to 999',
  '42': '1,000 to 1,999',
  '51': '2,000 to 4,999',
  '52': '5,000 to 9,999',
  '53': '10,000 and more',
};

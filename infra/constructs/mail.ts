import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import {
  CfnTemplate,
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { mailTemplates } from '../../domain/mail/mail.ts';
import { acknowledgePatterns } from '../acknowledge.ts';
import type { Stage } from '../stages.ts';
import type { HandlerFunction } from './handler-function.ts';
import { inTurn } from './in-turn.ts';

/** Mail: whom it comes from, what it says, and what becomes of addresses that bounce. */
export class Mail extends Construct {
  private readonly stage: Stage;
  private readonly prefix: string;
  private readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, props: { stage: Stage }) {
    super(scope, id);
    this.stage = props.stage;
    this.prefix = `traboule-${props.stage.name}`;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: this.prefix,
      reputationMetrics: true,
      // An address that bounced or complained is not written to again.
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    new EmailIdentity(this, 'Identity', { identity: this.identity(), configurationSet: this.configurationSet });
    const templates = mailTemplates(this.prefix).map(
      ({ name, subject, text, html }) =>
        new CfnTemplate(this, name.slice(this.prefix.length + 1), {
          template: { templateName: name, subjectPart: subject, textPart: text, htmlPart: html },
        }),
    );
    // Amazon SES takes one template a second (CreateTemplate, UpdateTemplate).
    inTurn(
      templates.map((template) => ({ first: template, last: template })),
      1,
    );
  }

  /** Lets a function send our mails, from our address only. */
  allow(handler: HandlerFunction): void {
    handler.set('mailFrom', this.stage.mailFrom);
    handler.set('mailTemplates', this.prefix);
    handler.set('mailConfigurationSet', this.configurationSet.configurationSetName);
    const arn = (resource: string, resourceName: string): string =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME });
    const anyIdentity = arn('identity', '*');
    const ourTemplates = arn('template', `${this.prefix}-*`);
    // A mail made of a template is authorized as the action it had in the API's first version, whatever the operation.
    handler.allow(
      ['ses:SendEmail', 'ses:SendTemplatedEmail'],
      [anyIdentity, ourTemplates, arn('configuration-set', this.prefix)],
      {
        StringEquals: { 'ses:FromAddress': this.stage.mailFrom },
      },
    );
    acknowledgePatterns(
      handler.executionRole,
      'In the sandbox Amazon SES checks the identity of each recipient too; the condition fixes the sender. Templates share the prefix of the stage.',
      anyIdentity,
      ourTemplates,
    );
  }

  private identity(): Identity {
    const { domain, mailFrom } = this.stage;
    if (domain === undefined || !mailFrom.endsWith(`@${domain.hostedZone.name}`)) return Identity.email(mailFrom);
    return Identity.publicHostedZone(
      PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
        hostedZoneId: domain.hostedZone.id,
        zoneName: domain.hostedZone.name,
      }),
    );
  }
}

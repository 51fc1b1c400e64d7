import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Mail } from '../constructs/mail.ts';
import type { Stage } from '../stages.ts';

/** What mails say, in templates of their own stack: two a message. */
export class MailStack extends Stack {
  readonly mail: Mail;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, { env: { region: stage.region } });
    this.mail = new Mail(this, 'Mail', { stage });
  }
}

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its variables like that
import { describe, expect, it } from '@jest/globals';
import { replaceAddresses } from '../../../local/template/addresses.ts';
import type { Stack } from '../../../local/template/assembly.ts';
import { Deployment } from '../../../local/template/deployment.ts';
import { stackOf } from '../../support/template.ts';

/** The resolved properties of the resource `It`. */
const propertiesOf = (...stacks: Stack[]) =>
  new Deployment(stacks).resources().find(({ logicalId }) => logicalId === 'It')?.properties;

const resolved = (value: unknown, others: Parameters<typeof stackOf>[1] = {}) =>
  propertiesOf(
    stackOf('stack', {
      ...others,
      resources: { ...others.resources, It: { Type: 'AWS::IAM::Role', Properties: { value } } },
    }),
  )?.value;

const table = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'companies' } };

describe('intrinsic functions', () => {
  it('Ref and Fn::GetAtt give the names of a resource', () => {
    const resources = { Table: table };
    expect(resolved({ Ref: 'Table' }, { resources })).toBe('companies');
    expect(resolved({ 'Fn::GetAtt': ['Table', 'Arn'] }, { resources })).toBe(
      'arn:aws:dynamodb:eu-west-3:000000000000:table/companies',
    );
    expect(resolved({ 'Fn::GetAtt': 'Table.Arn' }, { resources })).toBe(
      'arn:aws:dynamodb:eu-west-3:000000000000:table/companies',
    );
  });

  it('a resource without a name gets the same one at every start', () => {
    const resources = { Table: { Type: 'AWS::DynamoDB::Table', Properties: {} } };
    expect(resolved({ Ref: 'Table' }, { resources })).toBe('stack-Table');
  });

  it('Fn::Join, Fn::Split, Fn::Select and Fn::Sub take one another as arguments', () => {
    expect(resolved({ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 3]] })).toBe('a-eu-west-3-3');
    expect(resolved({ 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b/c'] }] })).toBe('b');
    expect(
      resolved({ 'Fn::Sub': '${AWS::AccountId}:${Table}:${Table.Arn}:${!Kept}' }, { resources: { Table: table } }),
    ).toBe('000000000000:companies:arn:aws:dynamodb:eu-west-3:000000000000:table/companies:${Kept}');
    expect(resolved({ 'Fn::Sub': ['${a}-${AWS::Region}', { a: { 'Fn::Join': ['', ['x', 'y']] } }] })).toBe(
      'xy-eu-west-3',
    );
  });

  it('Fn::If follows conditions made of others', () => {
    const conditions = {
      InParis: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-3'] },
      Nowhere: { 'Fn::Not': [{ Condition: 'InParis' }] },
      Both: { 'Fn::And': [{ Condition: 'InParis' }, { Condition: 'Nowhere' }] },
      Either: { 'Fn::Or': [{ Condition: 'InParis' }, { Condition: 'Nowhere' }] },
    };
    expect(resolved({ 'Fn::If': ['Either', 'yes', 'no'] }, { conditions })).toBe('yes');
    expect(resolved({ 'Fn::If': ['Both', 'yes', 'no'] }, { conditions })).toBe('no');
    expect(resolved({ a: 1, b: { 'Fn::If': ['Nowhere', 'x', { Ref: 'AWS::NoValue' }] } }, { conditions })).toEqual({
      a: 1,
    });
  });

  it('Fn::FindInMap, Fn::Base64 and parameters with a default are resolved', () => {
    expect(
      resolved(
        { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] },
        {
          mappings: { Sizes: { dev: { memory: 256 } } },
          parameters: { Stage: { Default: 'dev' } },
        },
      ),
    ).toBe(256);
    expect(resolved({ 'Fn::Base64': 'abc' })).toBe('YWJj');
  });

  it('a condition in a policy is no intrinsic function', () => {
    const policy = { Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } } };
    expect(resolved(policy)).toEqual({ Condition: { StringEquals: { 'aws:SourceAccount': '000000000000' } } });
  });

  it('Fn::ImportValue reads what another stack exports, whatever the order of the stacks', () => {
    const giver = stackOf('giver', {
      resources: { Table: table },
      outputs: { Out: { Value: { Ref: 'Table' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Table' } } } },
    });
    const taker = stackOf('taker', {
      resources: { It: { Type: 'AWS::IAM::Role', Properties: { value: { 'Fn::ImportValue': 'giver:Table' } } } },
    });
    expect(propertiesOf(taker, giver)?.value).toBe('companies');
  });
});

describe('what cannot be resolved', () => {
  it.each([
    ['an unknown function', { 'Fn::Transform': {} }, /Fn::Transform is not supported/],
    ['a missing resource', { Ref: 'Nothing' }, /no resource Nothing/],
    ['a missing export', { 'Fn::ImportValue': 'none' }, /No stack exports none/],
    [
      'an unknown attribute',
      { 'Fn::GetAtt': ['It', 'Colour'] },
      /attribute Colour of It \(AWS::IAM::Role\) has no local value/,
    ],
    ['a missing condition', { 'Fn::If': ['None', 1, 2] }, /no condition None/],
    ['an item out of the list', { 'Fn::Select': [4, ['a']] }, /no item 4/],
  ])('%s is refused, the resource named', (_case, value, message) => {
    expect(() => resolved(value)).toThrow(message);
    expect(() => resolved(value)).toThrow(/stack, It \(AWS::IAM::Role\)/);
  });

  it('a resource whose condition does not hold is left out', () => {
    const stack = stackOf('stack', {
      conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      resources: { Gone: { ...table, Condition: 'Never' }, There: table },
    });
    expect(new Deployment([stack]).resources().map(({ logicalId }) => logicalId)).toEqual(['There']);
  });
});

describe('local addresses', () => {
  it('the longest beginning wins', () => {
    const book = new Map([
      ['https://d.cloudfront.net', 'http://localhost:4300'],
      ['https://d.cloudfront.net/api', 'http://localhost:9'],
    ]);
    expect(replaceAddresses('https://d.cloudfront.net/join https://d.cloudfront.net/api/x', book)).toBe(
      'http://localhost:4300/join http://localhost:9/x',
    );
  });
});

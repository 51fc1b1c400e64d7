import type { Resource, Stack } from './assembly.ts';
import { type Identity, identityOf } from './identity.ts';
import { resolve, resolveCondition, type Scope, TemplateError } from './intrinsics.ts';

/** A resource of the assembly with its properties resolved. */
export interface Deployed {
  readonly stack: Stack;
  readonly logicalId: string;
  readonly type: string;
  readonly identity: Identity;
  readonly properties: Record<string, unknown>;
}

/**
 * The resources of all stacks, resolved as a deployment would, and outputs exported from one stack to another.
 * @throws TemplateError for what cannot be resolved, naming the resource
 */
export class Deployment {
  readonly #stacks: readonly Stack[];
  readonly #identities = new Map<string, Identity>();
  readonly #pending = new Set<string>();
  readonly #exports = new Map<string, () => unknown>();

  constructor(stacks: readonly Stack[]) {
    this.#stacks = stacks;
    for (const stack of stacks) {
      const scope = this.#scope(stack);
      for (const output of Object.values(stack.template.Outputs)) {
        if (output.Export === undefined || !holds(output.Condition, scope)) continue;
        this.#exports.set(String(resolve(output.Export.Name, scope)), () => resolve(output.Value, scope));
      }
    }
  }

  /** Every resource whose condition holds, in the order of the templates. */
  resources(): Deployed[] {
    return this.#stacks.flatMap((stack) =>
      Object.entries(stack.template.Resources)
        .filter(([, resource]) => holds(resource.Condition, this.#scope(stack)))
        .map(([logicalId, resource]) => this.#deploy(stack, logicalId, resource)),
    );
  }

  #deploy(stack: Stack, logicalId: string, resource: Resource): Deployed {
    try {
      return {
        stack,
        logicalId,
        type: resource.Type,
        identity: this.#identity(stack, logicalId),
        properties: this.#properties(stack, resource),
      };
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      throw new TemplateError(`${stack.name}, ${logicalId} (${resource.Type}): ${error.message}`, { cause: error });
    }
  }

  #properties(stack: Stack, resource: Resource): Record<string, unknown> {
    const resolved = resolve(resource.Properties, this.#scope(stack));
    return Object.fromEntries(Object.entries(resolved ?? {}));
  }

  #identity(stack: Stack, logicalId: string): Identity {
    const key = `${stack.name}/${logicalId}`;
    const known = this.#identities.get(key);
    if (known !== undefined) return known;
    const resource = stack.template.Resources[logicalId];
    if (resource === undefined) throw new TemplateError(`There is no resource ${logicalId} in ${stack.name}.`);
    const identity = identityOf(resource.Type, {
      stack: stack.name,
      account: stack.account,
      region: stack.region,
      logicalId,
      properties: this.#namingProperties(stack, key, resource),
    });
    this.#identities.set(key, identity);
    return identity;
  }

  /** Only simple properties can name a resource; leaving the others out avoids going round in circles. */
  #namingProperties(stack: Stack, key: string, resource: Resource): Record<string, unknown> {
    if (this.#pending.has(key)) throw new TemplateError(`${key} is named after itself.`);
    this.#pending.add(key);
    try {
      const naming = Object.entries(resource.Properties).filter(([name]) =>
        /(^Name|Name|^Domain|Identity)$/.test(name),
      );
      return Object.fromEntries(naming.map(([name, value]) => [name, resolve(value, this.#scope(stack))]));
    } finally {
      this.#pending.delete(key);
    }
  }

  #scope(stack: Stack): Scope {
    const pseudo: Record<string, string | undefined> = {
      'AWS::AccountId': stack.account,
      'AWS::Region': stack.region,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': stack.name,
      'AWS::StackId': `arn:aws:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/local`,
      'AWS::NoValue': undefined,
    };
    const scope: Scope = {
      ref: (name) => {
        if (name in pseudo) return pseudo[name];
        const parameter = stack.template.Parameters[name];
        if (parameter === undefined) return this.#identity(stack, name).ref;
        if (parameter.Default === undefined) throw new TemplateError(`The parameter ${name} has no default value.`);
        return parameter.Default;
      },
      attribute: (logicalId, attribute) => {
        const value = this.#identity(stack, logicalId).attributes[attribute];
        if (value !== undefined) return value;
        const type = stack.template.Resources[logicalId]?.Type;
        throw new TemplateError(`The attribute ${attribute} of ${logicalId} (${type}) has no local value.`);
      },
      imported: (name) => {
        const value = this.#exports.get(name);
        if (value === undefined) throw new TemplateError(`No stack exports ${name}.`);
        return value();
      },
      condition: (name) => {
        if (!(name in stack.template.Conditions)) throw new TemplateError(`There is no condition ${name}.`);
        return resolveCondition(stack.template.Conditions[name], scope);
      },
      mapping: (map, first, second) => {
        const value = stack.template.Mappings[map]?.[first]?.[second];
        if (value === undefined) throw new TemplateError(`There is no mapping ${map}.${first}.${second}.`);
        return value;
      },
    };
    return scope;
  }
}

const holds = (condition: string | undefined, scope: Scope): boolean =>
  condition === undefined || scope.condition(condition);

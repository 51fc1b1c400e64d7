import { writeFileSync } from 'node:fs';
import * as z from 'zod';
import { plusDays } from '../domain/member/period.ts';
import { parisDay } from '../domain/time/paris.ts';
import { readJson, writeJson } from '../local/data-folder/json-file.ts';
import { actingAt, firstDay, spanOf, workdayFrom } from './calendar.ts';
import { Chance } from './chance.ts';
import { collectFacts } from './facts/collect.ts';
import { publishScale } from './people/drafts.ts';
import { People } from './people/people.ts';
import { settleAll } from './people/population.ts';
import { subscribeStaff } from './people/readers.ts';
import { Order, type Progress } from './settings.ts';
import type { Handlers } from './world/functions.ts';
import { openWorld, type World } from './world/world.ts';

const Acted = z.object({ on: z.iso.date() });

/** Arms the next working day that people act on, then the one after it, and so on to the end. */
const armDays = (world: World, people: People, from: string, to: string, tell: (day: string) => void): void => {
  const path = world.folder.file('people.json');
  const arm = (after: string | null): void => {
    const day = workdayFrom(after === null ? from : plusDays(after, 1));
    if (day > to) return;
    world.clock.setTimer(actingAt(day), async () => {
      await people.act(day);
      // Once it is over: a day that was cut short is gone through again, and what was done is not done twice.
      writeJson(path, { on: day });
      arm(day);
      tell(day);
    });
  };
  arm(readJson(path, Acted)?.on ?? null);
};

/** Plays what it is told to, from the beginning or from where a process was that was killed on the folder. */
export const play = async (handlers: Handlers): Promise<void> => {
  const { settings, data, facts } = Order.parse(JSON.parse(process.argv[2] ?? ''));
  const { start, end } = spanOf(settings);
  const from = firstDay(settings.from);
  const chance = new Chance(settings.seed);
  const people = new People(settings, chance);
  const troubles: string[] = [];
  const tell = (progress: Progress): void => {
    process.stdout.write(`${JSON.stringify(progress)}\n`);
  };
  const world = await openWorld({
    data,
    start,
    handlers,
    onMail: (mail) => people.read(mail),
    onTrouble: (trouble) => {
      troubles.push(trouble);
      tell({ ...state(), trouble });
    },
  });
  const state = () => ({
    day: parisDay(world.now()),
    done: (world.clock.now() - start) / (end - start),
    members: people.members,
    mails: world.mails.all.length,
    again: world.mails.again,
    trouble: null,
  });
  people.enter(world);
  await settleAll(chance, people.settled, from);
  if (settings.policy?.dues !== undefined) await publishScale(world, settings.policy.dues);
  await subscribeStaff(world);
  armDays(world, people, from, settings.to, () => tell(state()));
  await world.begin();
  await world.advanceTo(end);
  writeFileSync(facts, `${JSON.stringify(await collectFacts(world, settings, troubles))}\n`);
  tell({ ...state(), done: 1 });
  await world.close();
};

import { testNow, type TestDatabase } from '../open';
import { importBatches, manualEvent } from '../samples';
import { idsOf, readAll, rows } from './contents';
import type { Step } from './steps';

/** An item of the list; undefined if the list is empty. */
const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** Runs the steps that bring usage, which are the same for a database whose user decides nothing. */
export function bring(test: TestDatabase, step: Step, number: number): void {
  const { commands } = test;
  if (step.kind === 'import') importBatches(commands, `import-${number}`, [step]);
  if (step.kind === 'undo') {
    const id = pick(idsOf(test, 'SELECT id FROM imports ORDER BY id'), step.one);
    if (id !== undefined) commands.undoImport(id, testNow);
  }
  if (step.kind === 'record') {
    const own = `own-${step.one % 2}`;
    const isLiving = commands.getProjects().some(({ id }) => id === own);
    if (isLiving) commands.recordUsageEvent(manualEvent({ id: `manual-${number}`, projectId: own }));
    return;
  }
  if (step.kind === 'zone') {
    commands.updateTimeZone(step.one % 2 === 0 ? 'Pacific/Auckland' : 'UTC', testNow);
  }
}

interface Decision {
  apply: () => unknown;
  /** Undefined if the decision itself undoes something. */
  undo?: () => unknown;
}

/** What a step decides and how to undo it; undefined if there is nothing to decide about. */
export function decisionOf(test: TestDatabase, step: Step): Decision | undefined {
  const { commands } = test;
  const living = commands.getProjects().map(({ id }) => id);
  const at = testNow + 1;
  switch (step.kind) {
    case 'delete': {
      const id = pick(living, step.one);
      if (id === undefined) return undefined;
      return { apply: () => commands.deleteProject(id, at), undo: () => commands.restoreProject(id, at) };
    }
    case 'restore': {
      const id = pick(commands.getDeletedProjects(), step.one)?.id;
      if (id === undefined) return undefined;
      return { apply: () => commands.restoreProject(id, at) };
    }
    case 'merge': {
      const [from, into] = [pick(living, step.one), pick(living, step.other)];
      if (from === undefined || into === undefined || from === into) return undefined;
      return {
        apply: () => commands.mergeProjects(from, into, at),
        undo: () => commands.unmergeProject(from, at),
      };
    }
    case 'unmerge': {
      const id = pick(
        idsOf(test, 'SELECT id FROM projects WHERE merged_into IS NOT NULL ORDER BY id'),
        step.one,
      );
      return id === undefined ? undefined : { apply: () => commands.unmergeProject(id, at) };
    }
    case 'pin': {
      const id = pick(living, step.one);
      if (id === undefined) return undefined;
      return { apply: () => commands.pinProjectAt(id, 0, at) };
    }
    case 'move-event': {
      const event = pick(readAll(test), step.one);
      const projectId = pick(living, step.other);
      if (event === undefined || projectId === undefined) return undefined;
      const before = event.chosenProjectId ?? (event.source === 'manual' ? event.projectId : null);
      return {
        apply: () => commands.moveUsageEvent(event.id, projectId, at),
        undo: () => commands.moveUsageEvent(event.id, before, at),
      };
    }
    case 'forget-event': {
      const event = pick(
        readAll(test).filter((each) => each.source !== 'manual'),
        step.one,
      );
      return event && { apply: () => commands.moveUsageEvent(event.id, null, at) };
    }
    case 'decide': {
      const projectId = pick(living, step.one);
      if (projectId === undefined) return undefined;
      const coversSubfolders = step.covers && step.path.startsWith('/');
      const [stored] = rows(
        test,
        `SELECT project_id, covers_subfolders, decided_at IS NOT NULL FROM project_paths WHERE path = '${step.path}'`,
      );
      const before = stored && {
        projectId: stored[0] as string,
        coversSubfolders: stored[1] === 1,
        isDecided: stored[2] === 1,
      };
      return {
        apply: () =>
          commands.decideProjectPath(step.path, { projectId, coversSubfolders, isDecided: true }, at),
        undo: () => commands.decideProjectPath(step.path, before ?? null, at),
      };
    }
    case 'leave-out': {
      const from = new Date(testNow - (step.one % 3) * 86_400_000).toISOString().slice(0, 10);
      const to = new Date(Date.parse(from) + step.days * 86_400_000).toISOString().slice(0, 10);
      const part = { source: 'test', models: ['claude-sonnet-4-5'], paths: step.paths, from, to };
      const id = `copies-${step.one}-${step.days}`;
      if (commands.getCopyDecisions().some((each) => each.id === id)) return undefined;
      return {
        apply: () => commands.decideCopies({ id, isLeftOut: true, part, beside: 'other' }, at),
        undo: () => commands.takeBackCopies(id, at),
      };
    }
    case 'take-back': {
      const id = pick(commands.getCopyDecisions(), step.one)?.id;
      return id === undefined ? undefined : { apply: () => commands.takeBackCopies(id, at) };
    }
    default:
      return undefined;
  }
}

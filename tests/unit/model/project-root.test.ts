import { describe, expect, it } from 'vitest';
import { projectNameOf, projectRoot } from '../../../src/lib/model/project-root';

describe('the root of an event', () => {
  it.each([
    // path, where its session began, root
    ['/home/u/app', null, '/home/u/app'],
    ['/home/u/app/', null, '/home/u/app'],
    ['/home//u/app//', null, '/home/u/app'],
    ['/home/u/app/src', '/home/u/app', '/home/u/app'],
    ['/home/u/app/src', '/home/u/app/', '/home/u/app'],
    ['/home/u/app', '/home/u/app/src', '/home/u/app'],
    ['/home/u/application', '/home/u/app', '/home/u/application'],
    ['/srv/other', '/home/u/app', '/srv/other'],
    ['/srv', '/', '/'],
    ['/', null, '/'],
    ['/home/u/app/.claude/worktrees/fix', null, '/home/u/app'],
    ['/home/u/app/.claude/worktrees/fix/src', '/home/u/app/.claude/worktrees/fix', '/home/u/app'],
    ['/home/u/app/.claude/worktrees', null, '/home/u/app/.claude/worktrees'],
    ['/home/u/app/.worktrees/fix', '/home/u/app', '/home/u/app'],
    ['/home/u/app-worktrees/fix/src', null, '/home/u/app'],
    ['/home/u/app-worktrees', null, '/home/u/app-worktrees'],
    ['/home/u/app-worktrees/a/.claude/worktrees/b', null, '/home/u/app'],
    ['/.worktrees/fix', null, '/.worktrees/fix'],
    ['/home/u/app', '/home/u/app-worktrees/fix', '/home/u/app'],
    ['C:\\work\\app\\', null, 'C:\\work\\app'],
    ['c:\\work\\app\\src', 'C:/work/app', 'C:\\work\\app'],
    ['C:\\work\\app\\.claude\\worktrees\\x', null, 'C:\\work\\app'],
    ['C:\\work\\app-worktrees\\x', null, 'C:\\work\\app'],
    ['C:\\src', 'C:\\', 'C:'],
    ['\\\\server\\share\\app\\src', '\\\\server\\share\\app', '\\\\server\\share\\app'],
    ['proj_123', null, 'proj_123'],
    ['team/app', 'team', 'team/app'],
    ['proj_123', '/home/u', 'proj_123'],
  ])('%s of a session that began in %s is %s', (path, beganIn, root) => {
    expect(projectRoot(path, beganIn)).toBe(root);
  });

  it('is its own root', () => {
    for (const path of ['/home/u/app-worktrees/a/src', 'c:/x/.worktrees/y', '/a//b/', 'name']) {
      expect(projectRoot(projectRoot(path, null), null)).toBe(projectRoot(path, null));
    }
  });
});

it('a project is named after the end of its path', () => {
  expect(projectNameOf('/home/u/app')).toBe('app');
  expect(projectNameOf('/home/u/app', 2)).toBe('u/app');
  expect(projectNameOf('/home/u/app', 9)).toBe('home/u/app');
  expect(projectNameOf('C:\\work\\app', 2)).toBe('work/app');
  expect(projectNameOf('team/app')).toBe('team/app');
  expect(projectNameOf('/')).toBe('/');
  expect(projectNameOf('/ / ')).toBe('/ /');
  expect(projectNameOf(' ')).toBe('(no name)');
  expect(Array.from(projectNameOf(`/${'𝔸'.repeat(400)}`))).toHaveLength(300);
});

import { expect, it } from 'vitest';
import { sourceById } from '../../../src/lib/sources/registry';
import { systemOf, toolsIn, toolsOn } from '../../../src/lib/state/imports/tool-places';

it('lists every tool once, siblings included, with its folders on this system', () => {
  for (const system of ['macos', 'windows', 'linux'] as const) {
    const tools = toolsOn(system, true);
    expect(new Set(tools.map(({ id }) => id)).size).toBe(tools.length);
    for (const { id, paths } of tools) {
      expect(sourceById(id)).not.toBeNull();
      expect(new Set(paths).size).toBe(paths.length);
    }
    expect(tools.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['claude-code', 'openclaw', 'roo-code', 'goose']),
    );
  }
  const cline = (system: 'macos' | 'windows'): string =>
    toolsOn(system, true)
      .find(({ id }) => id === 'cline')
      ?.paths.join() ?? '';
  expect(cline('macos')).toContain('Library/Application Support');
  expect(cline('windows')).toContain('AppData/Roaming');
});

it('lists exactly the tools all of whose folders Chromium refuses', () => {
  const only = (isChromium: boolean): string[] =>
    toolsOn('macos', isChromium)
      .filter(({ isOnlyDropped }) => isOnlyDropped)
      .map(({ id }) => id);
  expect(only(true)).toContain('roo-code');
  expect(only(true)).not.toContain('cline');
  expect(only(true)).not.toContain('claude-code');
  expect(only(true)).not.toContain('goose');
  expect(only(false)).toEqual([]);
});

it('detects the operating system', () => {
  expect(['MacIntel', 'Win32', 'Linux x86_64', ''].map((platform) => systemOf({ platform }))).toEqual([
    'macos',
    'windows',
    'linux',
    'linux',
  ]);
});

it('lists the tools in a home folder by the location of their files', () => {
  const files = [
    '.claude/projects/x/a.jsonl',
    '.local/share/goose/sessions/sessions.db',
    'work/engine/.crush/crush.db',
  ];
  const home = [...files, 'work/engine/package.json', '.openclaw/agents/main/sessions/b.jsonl'];
  expect(toolsIn(home.map((path) => `home/${path}`))).toEqual(['Claude Code', 'Goose', 'Crush', 'OpenClaw']);
  expect(toolsIn(['usage.csv', 'claude/projects.json'])).toEqual([]);
  // An editor keeps much more than chats in this folder.
  const editor = 'home/.config/Code/User/workspaceStorage/1';
  expect(toolsIn([`${editor}/workspace.json`])).toEqual([]);
  expect(toolsIn([`${editor}/chatSessions/c.jsonl`])).toEqual(['GitHub Copilot Chat (VS Code)']);
});

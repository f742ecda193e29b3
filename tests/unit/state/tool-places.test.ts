import { expect, it } from 'vitest';
import { sourceById } from '../../../src/lib/sources/registry';
import { systemOf, toolsIn, toolsOn } from '../../../src/lib/state/imports/tool-places';

it('names every tool once, siblings too, with the places of the system', () => {
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

it('says of which tools Chromium refuses all folders, and only of those', () => {
  const only = (isChromium: boolean): string[] =>
    toolsOn('macos', isChromium)
      .filter(({ isOnlyDropped }) => isOnlyDropped)
      .map(({ id }) => id);
  expect(only(true)).toContain('cline');
  expect(only(true)).not.toContain('claude-code');
  expect(only(true)).not.toContain('goose');
  expect(only(false)).toEqual([]);
});

it('sees the system in what the browser says', () => {
  expect(['MacIntel', 'Win32', 'Linux x86_64', ''].map((platform) => systemOf({ platform }))).toEqual([
    'macos',
    'windows',
    'linux',
    'linux',
  ]);
});

it('names the tools that a home folder holds, by where their files are', () => {
  const files = [
    '.claude/projects/x/a.jsonl',
    '.local/share/goose/sessions/sessions.db',
    'work/engine/.crush/crush.db',
  ];
  const home = [...files, 'work/engine/package.json', '.openclaw/agents/main/sessions/b.jsonl'];
  expect(toolsIn(home.map((path) => `home/${path}`))).toEqual(['Claude Code', 'Goose', 'Crush', 'OpenClaw']);
  expect(toolsIn(['usage.csv', 'claude/projects.json'])).toEqual([]);
});

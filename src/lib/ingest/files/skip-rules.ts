import type { OtherKind } from '../../model/problems/importing';
import type { Problem } from '../../model/problem';
import { isActivityPage } from '../../sources/activity-page';

/** Extensions of files that are found next to logs and never contain usage. */
const kinds: Record<OtherKind, readonly string[]> = {
  picture: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'ico', 'bmp', 'avif', 'heic'],
  document: ['md', 'markdown', 'pdf', 'html', 'htm', 'css', 'doc', 'docx', 'rtf'],
  program:
    'js mjs cjs ts tsx jsx vue svelte py pyc pyi rb go rs c h cc hh cpp hpp o a java class jar kt swift scala php pl lua r scss less sh bash zsh fish ps1 bat exe dll so dylib wasm node map proto graphql patch diff'.split(
      ' ',
    ),
  media: ['mp3', 'mp4', 'wav', 'ogg', 'mov', 'webm', 'mkv', 'm4a'],
  font: ['woff', 'woff2', 'ttf', 'otf'],
  data: 'xml plist dat bin pack idx iso dmg pkg deb rpm apk psd xls xlsx ppt pptx odt ods odp epub parquet npy npz pt pth safetensors gguf onnx pkl h5'.split(
    ' ',
  ),
  setting: ['lock', 'pid', 'toml', 'yaml', 'yml', 'ini', 'pem', 'key'],
};

const kindOfEnding = new Map(
  (Object.keys(kinds) as OtherKind[]).flatMap((kind) => kinds[kind].map((ending) => [ending, kind] as const)),
);

/** Logs whose names look like those of other files. */
const logs = new Set(
  ['.aider.chat.history.md', '.forge.db', '.forge.writes.db'].flatMap((name) => [
    name,
    `${name}-wal`,
    `${name}-shm`,
  ]),
);

/** The reason not to open a file, judged by its name; null for a file that must be opened. */
export function reasonToSkip(path: string): Problem | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (logs.has(name) || isActivityPage(name)) return null;
  if (name.startsWith('.')) return 'hidden-file';
  const ending = endingOf(name);
  const kind = kindOfEnding.get(ending);
  return kind === undefined ? null : { code: 'other-kind-of-file', kind, extension: ending };
}

/**
 * Whether the file looks like a log or an export; if no source recognizes it, it gets its own entry in the
 * report.
 */
export function looksLikeLog(path: string): boolean {
  return ['jsonl', 'ndjson', 'csv', 'log', 'gz', 'zip', 'zst', 'zstd', 'tar', 'tgz'].includes(endingOf(path));
}

/** Lower-case, without the dot; empty if there is none. */
export function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

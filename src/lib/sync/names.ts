/** Files of other names, such as the copies and temporary files of programs that replicate folders, are left alone. */
const deviceName = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const fileName = /^(manifest|(?:decisions|records)-[0-9a-f]{8}-[0-9a-f-]{27})\.age$/;

export type FileKind = 'manifest' | 'decisions' | 'records';

export const isDevice = (name: string): boolean => deviceName.test(name);

/** What a 'device/file' is; undefined for any other name. */
export function parseName(name: string): { device: string; kind: FileKind } | undefined {
  const [device = '', file = '', ...more] = name.split('/');
  const [, stem] = fileName.exec(file) ?? [];
  if (stem === undefined || more.length > 0 || !isDevice(device)) return undefined;
  return { device, kind: stem.split('-')[0] as FileKind };
}

export const manifestOf = (device: string): string => `${device}/manifest.age`;

/** A name that no file ever had, so that no content is ever taken for another. */
export const newName = (device: string, kind: 'decisions' | 'records'): string =>
  `${device}/${kind}-${crypto.randomUUID()}.age`;

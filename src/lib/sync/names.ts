/** Files with other names are ignored, such as conflict copies and temporary files of the replicating program. */
const deviceName = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const fileName = /^(manifest|(?:decisions|records)-[0-9a-f]{8}-[0-9a-f-]{27})\.age$/;

export type FileKind = 'manifest' | 'decisions' | 'records';

export const isDevice = (name: string): boolean => deviceName.test(name);

/** Parses a 'device/file'; undefined for any other name. */
export function parseName(name: string): { device: string; kind: FileKind } | undefined {
  const [device = '', file = '', ...more] = name.split('/');
  const [, stem] = fileName.exec(file) ?? [];
  if (stem === undefined || more.length > 0 || !isDevice(device)) return undefined;
  return { device, kind: stem.split('-')[0] as FileKind };
}

export const manifestOf = (device: string): string => `${device}/manifest.age`;

/** A name that was never used before, so that a name always stands for the same content. */
export const newName = (device: string, kind: 'decisions' | 'records'): string =>
  `${device}/${kind}-${crypto.randomUUID()}.age`;

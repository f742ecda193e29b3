import { expect, it } from 'vitest';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { mostRows, readMonth, writeMonth, type PublishedMonth } from '../../../src/lib/team/month-content';
import { encryptFor, openerOf, openMessage, sealMessage } from '../../../src/lib/team/sealed-message';
import { monthPlaceOf, monthSubject } from '../../../src/lib/team/subjects';
import { person, row, team } from './nats/team-server';

const max = await person('max', 'member');
const month: PublishedMonth = {
  projectId: 'website',
  month: '2026-11',
  memberId: max.user.id,
  deviceId: max.deviceId,
  at: 1_795_000_000_000,
  zone: 'Europe/Berlin',
  rows: [row('2026-11-05', 100), row('2026-11-06', 7)],
};
const { content } = writeMonth(team, month);
const readWith = (change: (content: Record<string, unknown>) => unknown) =>
  readMonth(team, month, JSON.stringify(change(JSON.parse(content) as Record<string, unknown>)));

it('reads what was written, for the place that it names', () => {
  expect(readMonth(team, month, content)).toMatchObject(month);
  expect(monthPlaceOf(team, monthSubject(team, month))).toEqual({
    projectId: 'website',
    month: '2026-11',
    memberId: max.user.id,
    deviceId: max.deviceId,
  });
  for (const [name, value] of Object.entries({
    team: 'other',
    project: 'app',
    month: '2026-10',
    member: 'U',
    device: crypto.randomUUID(),
  }))
    expect(readWith((each) => ({ ...each, [name]: value }))).toBe('team-month-forged');
});

it('writes the same to compare, whenever it is written', () => {
  const later = writeMonth(team, { ...month, at: month.at + 1 });
  expect(later.content).not.toBe(content);
  expect(later.compared).toBe(writeMonth(team, month).compared);
});

it('refuses values that usage cannot have, with words', () => {
  const changed = (place: number, value: unknown) =>
    readWith((each) => ({
      ...each,
      rows: [row('2026-11-05', 100).map((old, index) => (index === place ? value : old))],
    }));
  const refused = (field: string) => ({ code: 'team-month-implausible', field });
  for (const [place, value] of [
    [0, '2026-10-31'],
    [0, '2026-11-31'],
    [0, 20261105],
    [1, ''],
    [5, 'moon'],
    [6, -1],
    [6, 1.5],
    [6, '100'],
    [6, 2_000_000_000_000],
    [11, 11],
    [12, null],
    [12, 1e18],
    [13, 'unpriced'],
    [14, 'guess'],
    [15, 0],
    [16, 2],
  ] as const)
    expect(changed(place, value), `${place} ${String(value)}`).toEqual(refused('row'));
  expect(changed(6, 1_000_000_000_000)).toEqual(refused('tokens'));
  expect(changed(3, '__proto__')).toEqual(refused('name'));
  expect(readWith((each) => ({ ...each, rows: [{ __proto__: [] }] }))).toEqual(refused('row'));
  expect(readWith((each) => ({ ...each, rows: [row('2026-11-05', 1), row('2026-11-05', 2)] }))).toEqual(
    refused('row'),
  );
  const many = Array.from({ length: mostRows + 1 }, () => row('2026-11-05', 1));
  expect(readWith((each) => ({ ...each, rows: many }))).toEqual(refused('rows'));
  expect(readWith((each) => ({ ...each, zone: 'Mars/Olympus' }))).toEqual(refused('zone'));
  expect(readWith((each) => ({ ...each, at: 'now' }))).toEqual(refused('at'));
  expect(readWith((each) => ({ ...each, format: 2 }))).toEqual(refused('format'));
  expect(readMonth(team, month, 'null')).toBe('team-month-unreadable');
  expect(readMonth(team, month, '{')).toBe('team-month-unreadable');
  expect(readMonth(team, month, content.replace('{', '{"__proto__":{"rows":[]},'))).toMatchObject(month);
});

it('knows only the subjects that Tokentab writes', () => {
  const subject = monthSubject(team, month);
  for (const wrong of [
    subject.replace('website', '__proto__'),
    subject.replace('2026-11', '2026-13'),
    subject.replace('acme', 'other'),
    `${subject}.x`,
    subject.slice(0, -1),
    'x',
  ])
    expect(monthPlaceOf(team, wrong), wrong).toBeUndefined();
});

it('opens only whole messages that were signed for their subject', async () => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const opener = await openerOf([await generateX25519Identity(), identity]);
  const sealed = await sealMessage('one', content, max.user, [recipient, max.user.recipient]);
  expect(await openMessage('one', sealed, opener, 4)).toEqual({ by: max.user.id, content });
  expect(await openMessage('other', sealed, opener, 4)).toBeUndefined();
  expect(await openMessage('one', sealed, opener, 1)).toBeUndefined();
  expect(
    await openMessage('one', sealed, await openerOf([await generateX25519Identity()]), 4),
  ).toBeUndefined();
  for (const at of [0, 30, 200, sealed.length - 1]) {
    const damaged = sealed.with(at, (sealed[at] ?? 0) ^ 1);
    expect(await openMessage('one', damaged, opener, 4), `byte ${at}`).toBeUndefined();
  }
  expect(await openMessage('one', sealed.slice(0, -1), opener, 4)).toBeUndefined();
  expect(await openMessage('one', new Uint8Array(), opener, 4)).toBeUndefined();
  // Signed by nobody, or in the name of somebody else.
  const [first, ...rest] = new TextDecoder('latin1').decode(await opener.decrypt(sealed)).split('\n');
  for (const header of ['{}', (first ?? '').replace(/"signature":".{8}/, '"signature":"AAAAAAAA')]) {
    const bytes = Uint8Array.from(`${header}\n${rest.join('\n')}`, (character) => character.charCodeAt(0));
    expect(await openMessage('one', await encryptFor([recipient], bytes), opener, 4)).toBeUndefined();
  }
});

it('does not unpack a small message to any size', async () => {
  const identity = await generateX25519Identity();
  const bomb = await sealMessage('one', ' '.repeat(20_000_000), max.user, [
    await identityToRecipient(identity),
  ]);
  expect(bomb.length).toBeLessThan(50_000);
  expect(await openMessage('one', bomb, await openerOf([identity]), 4)).toBeUndefined();
});

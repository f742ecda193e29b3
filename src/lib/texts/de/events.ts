import type { Texts } from '../texts';
import { counted } from '../counted';

export const events: Texts['events'] = {
  title: 'Einträge',
  of: (name) => `Einträge von ${name}`,
  from: 'Von',
  to: 'Bis',
  count: (count) => counted(count, 'Eintrag', 'Einträge'),
  none: 'Keine Einträge an diesen Tagen.',
  backwards: 'Der erste Tag darf nicht nach dem letzten liegen.',
  list: 'Einträge, neuester Tag zuerst',
  seeEvents: 'Einträge ansehen',
  byHand: 'Von Hand eingetragen',
  moved: 'Von dir hierher verschoben',
  wholeDay: 'ganzer Tag',
  session: (id) => `Sitzung ${id}`,
  unknownModel: 'Modell nicht vermerkt',
  split: (input, cacheRead, cacheWrite, output) =>
    `Eingabe ${input} · Cache gelesen ${cacheRead} · Cache geschrieben ${cacheWrite} · Ausgabe ${output}`,
  tokens: (count) => counted(count, 'Token', 'Token'),
  notFinal: 'Ausgabe ist eine Untergrenze',
  more: (what) => `Mehr zu ${what}`,
  move: 'In ein anderes Projekt verschieben …',
  moveTitle: 'Diesen Eintrag verschieben',
  moveText: 'Er bleibt dort, auch wenn du dasselbe Log noch einmal importierst.',
  moveButton: 'Verschieben',
  movedToast: (name) => `Eintrag nach ${name} verschoben.`,
  edit: 'Bearbeiten …',
  editTitle: 'Eintrag bearbeiten',
  editedToast: 'Eintrag gespeichert.',
  delete: 'Löschen',
  deletedToast: 'Eintrag gelöscht.',
};

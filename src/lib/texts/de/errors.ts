import type { ErrorCode } from '../../model/errors';

/** For what is only told to programs, one for each code; what exactly was wrong stands, in English, in the details. */
export const errors: Record<ErrorCode, string> = {
  NoStorage: 'Dieses Fenster bietet keinen Speicher für deine Daten.',
  StorageBusy: 'Der Speicher wird gerade woanders benutzt.',
  StorageFull: 'Es ist kein Platz mehr frei. Was vorher gespeichert war, ist sicher.',
  StorageGone: 'Die gespeicherten Daten wurden gelöscht.',
  DataMissing: 'Die Datei der Datenbank liegt nicht mehr dort, wo Tokentab sie gespeichert hat.',
  Corrupt: 'Die Datenbank ist beschädigt.',
  NewerData: 'Die Daten stammen von einem neueren Tokentab.',
  LeaderLost:
    'Der Tab, der die Datenbank offen hielt, ist weg, und kein anderer ist rechtzeitig eingesprungen.',
  NoCaller: 'Der Browser schränkt Tokentabs Aufrufe auf dieser Seite nicht ein. Lade sie einmal neu.',
  Timeout: 'Die Antwort kam nicht rechtzeitig.',
  BadInput: 'Die Angaben passen nicht.',
  NotFound: 'Das gibt es nicht mehr.',
  Cancelled: 'Es wurde angehalten.',
  Unexpected: 'In Tokentab ist etwas schiefgegangen. Deine Daten sind, wie sie vor diesem Schritt waren.',
};

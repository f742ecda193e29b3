import { counted } from '../../counted';
import type { DatabaseProblems } from '../../../model/problems/database';
import type { Sentences } from '../../../model/problem';

export const database: Sentences<DatabaseProblems> = {
  'read-only-without-space':
    'Zum Schreiben fehlt der Platz, daher sind deine Daten nur zum Lesen geöffnet. Nichts wurde geändert. Schaffe Platz und lade die Seite dann neu.',
  'file-damaged': ({ detail }) => `Die Datenbankdatei ist beschädigt: ${detail}.`,
  'missing-parent': ({ table, parent }) =>
    `Eine Zeile von ${table} nennt eine Zeile von ${parent}, die es nicht gibt.`,
  'more-missing-parents': ({ count }) =>
    `${counted(count, 'weitere Zeile nennt eine andere, die es nicht gibt', 'weitere Zeilen nennen andere, die es nicht gibt')}.`,
  'rollup-differs': ({ time, table, project }) =>
    `Für ${time} enthält ${table} nicht die Summe der Einträge von Projekt ${project}.`,
  'more-rollups-differ': ({ count, table }) =>
    `${counted(count, `weitere Zeile von ${table} weicht`, `weitere Zeilen von ${table} weichen`)} von den Einträgen ab.`,
  'wrongly-dated': ({ count, zone }) =>
    `${counted(count, 'Eintrag ist', 'Einträge sind')} unter einem anderen Tag oder einer anderen Stunde gespeichert, als sich aus der Zeit in ${zone} ergibt.`,
  'pin-without-position': ({ name }) => `Der Pin von „${name}“ hat keinen eigenen Platz.`,
  'more-pins-without-position': ({ count }) =>
    `${counted(count, 'weiterer Pin hat', 'weitere Pins haben')} keinen eigenen Platz.`,
  'import-ended': 'Dieser Import ist beendet. Beginne einen neuen, um mehr Einträge hinzuzufügen.',
  'no-price-for-limit':
    'Für dieses Modell ist kein Preis bekannt. Lege stattdessen eine Grenze in Token fest.',
  'no-document-waiting': 'Keines dieser Dokumente wartet. Füge zuerst welche hinzu.',
  'import-undone': 'Dieser Import wurde rückgängig gemacht. Beginne einen neuen.',
  'event-not-storable': ({ event, field }) =>
    `Eintrag ${event} dieses Stapels lässt sich nicht speichern: ${field} ist nicht gültig.`,
  'records-unreadable': ({ detail }) => `Die Datensätze eines Stapels lassen sich nicht lesen: ${detail}`,
  'not-a-price-table':
    'Diese Datei ist keine Preistabelle, die Tokentab liest. Nimm data.json von genai-prices oder model_prices_and_context_window.json von LiteLLM.',
  'no-such-command': ({ command }) => `Einen Befehl „${command}“ gibt es nicht.`,
  'storage-cleared':
    'Die Daten dieser Website wurden gelöscht, während Tokentab offen war. Sichere jetzt eine Kopie: Aus diesem Tab lassen sie sich noch exportieren.',
  'newer-tab-open':
    'In einem anderen Tab ist ein neueres Tokentab offen. Lade diese Seite neu, um weiterzumachen.',
  'database-not-opened': 'Tokentab konnte seine Datenbank nicht öffnen. Nichts wurde geändert.',
  'format-name-taken': 'Ein anderes Format heißt schon so. Wähle einen anderen Namen.',
  'format-changed-too-often': 'Dieses Format wurde zu oft geändert. Lege unter anderem Namen ein neues an.',
  'copy-not-made':
    'Von der Datenbank ließ sich keine Kopie machen, darum wurde sie nicht umgestellt. Nichts wurde geändert.',
  'not-a-tokentab-database': 'Diese Datei ist keine Datenbank von Tokentab. Nichts wurde geändert.',
  'backup-of-newer-version':
    'Diese Datei stammt von einem neueren Tokentab. Aktualisiere Tokentab und versuche es dann noch einmal. Nichts wurde geändert.',
  'backup-damaged': 'Diese Datei ist beschädigt oder keine SQLite-Datenbank.',
  'backup-unchecked': 'Diese Datei muss noch einmal geprüft werden, bevor sie wiederhergestellt werden kann.',
  'wrong-passphrase': 'Die Passphrase ist falsch.',
  'encrypted-file-damaged':
    'Die verschlüsselte Datei ist beschädigt oder unvollständig. Nichts wurde geändert.',
  'compressed-file-damaged': 'Diese komprimierte Datei ist beschädigt oder unvollständig.',
  'encrypted-without-passphrase':
    'Diese Datei ist verschlüsselt, aber nicht mit einer Passphrase. Deshalb lässt sie sich hier nicht öffnen.',
  'not-a-device-key':
    'Das ist nicht der Schlüssel eines Geräts. Kopiere ihn ganz, von AGE-SECRET-KEY-1 bis zum Ende.',
  'no-device-with-key': 'Mit diesem Schlüssel war noch kein Gerät hier. Prüfe den Schlüssel.',
  'server-refuses-key': 'Der Server kennt diesen Schlüssel nicht. Prüfe den Schlüssel.',
  'server-silent': 'Der Server antwortet nicht. Versuche es später noch einmal.',
  'file-over-1-gib': 'Diese Datei ist größer als 1 GiB und lässt sich hier nicht öffnen.',
  'backup-not-read-back':
    'Die Sicherung ließ sich nicht zurücklesen und wurde darum nicht behalten. Deine Daten sind, wie sie waren.',
  'not-a-checked-database': 'Das ist keine Datenbank, die Tokentab geprüft hat. Nichts wurde geändert.',
  'merge-not-allowed': 'Diese Datei enthält etwas, das sich nicht übernehmen lässt. Nichts wurde geändert.',
  'merge-times-wrong':
    'Die Zeiten in dieser Datei sind falsch, darum lässt sie sich nicht übernehmen. Nichts wurde geändert.',
  'copy-interrupted':
    'Das Anlegen oder Lesen einer Kopie wurde abgebrochen. Deine Daten sind, wie sie waren.',
  'database-file-gone':
    'Die Datei der Datenbank liegt nicht mehr dort, wo Tokentab sie gespeichert hat. Nichts wurde geändert.',
  'database-of-newer-version':
    'Diese Datenbank stammt von einem neueren Tokentab. Nichts wurde geändert. Lade die Seite neu, um die neuere Version zu bekommen.',
  'migration-ended-transaction': ({ migration }) => `Migration ${migration} beendet ihre eigene Transaktion.`,
  'no-private-storage':
    'Dieser Browser oder dieses Fenster bietet keinen eigenen Dateispeicher, darum lässt sich hier nichts sichern. Meist liegt es an einem privaten Fenster.',
  'storage-in-use':
    'Etwas anderes hält den Speicher von Tokentab. Deine Daten sind unberührt. Schließe andere Fenster dieser Website und lade neu.',
  'quota-full':
    'Die Festplatte ist voll oder der Speicherplatz dieser Website aufgebraucht. Nichts wurde geändert.',
  'database-closed': 'Die Datenbank ist geschlossen.',
  'merge-into-itself': 'Wähle ein anderes Projekt, mit dem dieses zusammengeführt wird.',
  'project-archived': ({ name }) =>
    `„${name}“ ist archiviert. Hole es aus dem Archiv, bevor du es anheftest.`,
  'project-listed-twice': 'Ein Projekt ist zweimal genannt. Nenne jedes angeheftete Projekt einmal.',
  'project-not-pinned': 'Eines dieser Projekte ist nicht angeheftet. Hefte es erst an, oder lass es weg.',
  'no-such-project': 'Dieses Projekt gibt es nicht. Vielleicht wurde es inzwischen entfernt.',
  'write-failed':
    'Der Browser konnte nicht schreiben. Wahrscheinlich ist die Festplatte voll oder der Speicherplatz dieser Website aufgebraucht. Von diesem Schritt wurde nichts gespeichert; alles vorher Gespeicherte ist sicher. Schaffe Platz und versuche es noch einmal.',
  'stored-file-damaged':
    'Die Datenbankdatei ist beschädigt. Es wird nichts mehr in sie geschrieben. Exportiere sie, wenn es geht, bevor du etwas anderes tust.',
  'database-in-use':
    'Etwas anderes benutzt gerade die Datenbank. Nichts wurde geändert; versuche es gleich noch einmal.',
  unexpected: 'In Tokentab ist etwas schiefgegangen. Deine Daten sind, wie sie vor diesem Schritt waren.',
  'unexpected-reload':
    'In Tokentab ist etwas schiefgegangen, und es muss neu geladen werden. Was vorher gespeichert war, ist sicher.',
  'not-entered-by-hand': 'Nur Einträge, die von Hand erfasst wurden, lassen sich ändern oder löschen.',
  'event-time-out-of-range':
    'Die Zeit eines Eintrags muss zwischen dem 1. Januar 2020 und übermorgen liegen.',
  'values-not-storable': 'Diese Werte lassen sich nicht speichern.',
  'worker-message-unreadable': 'Eine Nachricht des Datenbank-Workers ließ sich nicht lesen.',
  'database-worker-stopped':
    'Der Datenbank-Worker von Tokentab wurde beendet. Was gespeichert war, ist sicher. Bitte lade die Seite neu.',
  'memory-worker-stopped':
    'Der Browser hat den Worker mit deinen nicht gespeicherten Daten beendet; sie sind verloren. Bitte lade die Seite neu.',
  'connection-closed': 'Die Verbindung zur Datenbank wurde geschlossen.',
  'no-answer-in-time': 'Die Datenbank hat nicht rechtzeitig geantwortet. Bitte versuche es noch einmal.',
  'not-opened-in-time':
    'Die Datenbank ließ sich nicht rechtzeitig öffnen. Vielleicht hält sie ein anderer Tab von Tokentab: Schließe die anderen und lade neu.',
  'no-such-read': ({ read }) => `Es gibt keine Leseabfrage „${read}“.`,
  'calls-not-confined':
    'Diese Seite kann Tokentabs Aufrufe noch nicht auf eine Adresse beschränken. Lade sie einmal neu und versuche es dann noch einmal.',
  'no-such-deleted-project':
    'Dieses gelöschte Projekt gibt es nicht. Vielleicht wurde es inzwischen entfernt.',
  'no-such-event': 'Diesen Eintrag gibt es nicht. Vielleicht wurde er inzwischen entfernt.',
  'no-such-import': 'Diesen Import gibt es nicht. Vielleicht wurde er inzwischen entfernt.',
  'no-such-price-table': 'Diese Preistabelle gibt es nicht. Vielleicht wurde sie inzwischen entfernt.',
  'no-such-pricing-run': 'Diese Preisberechnung gibt es nicht. Vielleicht wurde sie inzwischen entfernt.',
  'no-such-batch': 'Diesen Stapel gibt es nicht. Vielleicht wurde er inzwischen entfernt.',
  'no-such-call': 'Diesen Aufruf gibt es nicht. Vielleicht wurde er inzwischen entfernt.',
  'no-such-document': 'Dieses Dokument gibt es nicht. Vielleicht wurde es inzwischen entfernt.',
  'no-such-address': 'Diese Adresse gibt es nicht. Vielleicht wurde sie inzwischen entfernt.',
  'invalid-argument': ({ hint }) => `Die Angaben passen nicht: ${hint}`,
  'nothing-stored': 'In diesem Browser liegt keine Datei von Tokentab.',
  'documents-need-storage':
    'Dokumente lassen sich nicht aufbewahren, solange die Daten nur im Arbeitsspeicher liegen.',
  'no-saved-address': 'Diese Adresse gibt es nicht. Füge sie auf der Seite „Auswertung“ hinzu.',
  'file-misnamed': 'Diese Datei trägt den Namen einer anderen.',
  'file-of-newer-version': 'Ein neueres Tokentab hat diese Datei geschrieben.',
  'team-changes-elsewhere':
    'Der Verbrauch eines Teams kommt von seinen Mitgliedern, seine Projekte legt der Inhaber fest. Hier lässt sich das nicht ändern.',
  'not-a-team-database': 'Das ist nicht die Datenbank eines Teams. Nichts wurde geändert.',
  'not-in-team': 'Dieses Projekt oder Mitglied gibt es im Team nicht. Nichts wurde geändert.',
};

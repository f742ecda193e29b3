import type { SentenceTemplates } from '../../sentence-templates';

/** What the database, its check and the line to it say. What is wrong with a call of a program stays English. */
export const ofDatabase: SentenceTemplates = [
  [
    'There is no space left, so your data is read-only. Nothing was changed. Free some space, then reload the page.',
    'Zum Schreiben fehlt der Platz, daher sind deine Daten nur zum Lesen geöffnet. Nichts wurde geändert. Schaffe Platz und lade die Seite dann neu.',
  ],
  ['The database file is damaged: {}.', 'Die Datenbankdatei ist beschädigt: {}.'],
  [
    'A row of {} refers to a row of {} that does not exist.',
    'Eine Zeile von {} nennt eine Zeile von {}, die es nicht gibt.',
  ],
  ['{} more rows refer to rows that do not exist.', '{} weitere Zeilen nennen andere, die es nicht gibt.'],
  [
    'On {}, {} does not match the sum of the events of project {}.',
    'Für {} enthält {} nicht die Summe der Einträge von Projekt {}.',
  ],
  ['{} more rows of {} differ from the events.', '{} weitere Zeilen von {} weichen von den Einträgen ab.'],
  [
    '{} events are stored under a different day or hour than their time in {}.',
    '{} Einträge sind unter einem anderen Tag oder einer anderen Stunde gespeichert, als ihre Zeit in {} ergibt.',
  ],
  ['The pin of “{}” has no position of its own.', 'Der Pin von „{}“ hat keinen eigenen Platz.'],
  ['{} more pins have no position of their own.', '{} weitere Pins haben keinen eigenen Platz.'],
  [
    'This import has ended. Start a new one to add more events.',
    'Dieser Import ist beendet. Beginne einen neuen, um mehr Einträge hinzuzufügen.',
  ],
  [
    'No price is known for this model. Set a limit in tokens instead.',
    'Für dieses Modell ist kein Preis bekannt. Lege stattdessen eine Grenze in Token fest.',
  ],
  [
    'None of these documents is waiting. Add some first.',
    'Keines dieser Dokumente wartet. Füge zuerst welche hinzu.',
  ],
  ['This import was undone. Start a new one.', 'Dieser Import wurde zurückgenommen. Beginne einen neuen.'],
  [
    'Event {} of this batch cannot be stored: its {} is not valid.',
    'Eintrag {} dieses Stapels lässt sich nicht speichern: {} ist nicht gültig.',
  ],
  [
    'The records of a batch cannot be read: {said}',
    'Die Datensätze eines Stapels lassen sich nicht lesen: {}',
  ],
  [
    'Tokentab can’t read this price table. Choose data.json of genai-prices or model_prices_and_context_window.json of LiteLLM.',
    'Diese Datei ist keine Preistabelle, die Tokentab liest. Nimm data.json von genai-prices oder model_prices_and_context_window.json von LiteLLM.',
  ],
  ['There is no command “{}”.', 'Einen Befehl „{}“ gibt es nicht.'],
  [
    'This site’s data was cleared while Tokentab was open. Save a copy now: it can still be exported from this tab.',
    'Die Daten dieser Website wurden gelöscht, während Tokentab offen war. Sichere jetzt eine Kopie: Aus diesem Tab lassen sie sich noch exportieren.',
  ],
  [
    'A newer Tokentab is open in another tab. Reload this page to continue.',
    'In einem anderen Tab ist ein neueres Tokentab offen. Lade diese Seite neu, um weiterzumachen.',
  ],
  [
    'Tokentab could not open its database. Nothing was changed.',
    'Tokentab konnte seine Datenbank nicht öffnen. Nichts wurde geändert.',
  ],
  ['The saved mapping {} cannot be read.', 'Die gespeicherte Zuordnung {} lässt sich nicht lesen.'],
  [
    'Another format has this name. Choose a different one.',
    'Ein anderes Format heißt schon so. Wähle einen anderen Namen.',
  ],
  [
    'This format was changed too often. Create a new one under another name.',
    'Dieses Format wurde zu oft geändert. Lege unter anderem Namen ein neues an.',
  ],
  [
    'The database could not be copied, so it was not upgraded. Nothing was changed.',
    'Von der Datenbank ließ sich keine Kopie machen, darum wurde sie nicht umgestellt. Nichts wurde geändert.',
  ],
  [
    'This file is not a Tokentab database. Nothing was changed.',
    'Diese Datei ist keine Datenbank von Tokentab. Nichts wurde geändert.',
  ],
  [
    'This file was created by a newer Tokentab. Update Tokentab, then restore it. Nothing was changed.',
    'Diese Datei stammt von einem neueren Tokentab. Aktualisiere Tokentab und stelle sie dann wieder her. Nichts wurde geändert.',
  ],
  [
    'This file is damaged or is not a SQLite database.',
    'Diese Datei ist beschädigt oder keine SQLite-Datenbank.',
  ],
  [
    'This file must be checked again before it can be restored.',
    'Diese Datei muss noch einmal geprüft werden, bevor sie wiederhergestellt werden kann.',
  ],
  ['The passphrase is wrong.', 'Die Passphrase ist falsch.'],
  [
    'The encrypted file is damaged or incomplete. Nothing was changed.',
    'Die verschlüsselte Datei ist beschädigt oder unvollständig. Nichts wurde geändert.',
  ],
  [
    'This file is encrypted with a passphrase. Add it under “Other devices”, where you can enter the passphrase.',
    'Diese Datei ist mit einer Passphrase verschlüsselt. Übernimm sie unter „Andere Geräte“, wo du sie eingeben kannst.',
  ],
  [
    'This is not a device key. Copy all of it, from AGE-SECRET-KEY-1 to the end.',
    'Das ist nicht der Schlüssel eines Geräts. Kopiere ihn ganz, von AGE-SECRET-KEY-1 bis zum Ende.',
  ],
  [
    'No device with this key has used this folder yet. Check the key and the folder.',
    'Kein Gerät mit diesem Schlüssel hat diesen Ordner bisher genutzt. Prüfe Schlüssel und Ordner.',
  ],
  [
    'This file is larger than 1 GiB, which is too large to open here.',
    'Diese Datei ist größer als 1 GiB und lässt sich hier nicht öffnen.',
  ],
  [
    'The backup could not be read back, so it was not kept. Your data is unchanged.',
    'Die Sicherung ließ sich nicht zurücklesen und wurde darum nicht behalten. Deine Daten sind, wie sie waren.',
  ],
  [
    'This is not a database that Tokentab has checked. Nothing was changed.',
    'Das ist keine Datenbank, die Tokentab geprüft hat. Nichts wurde geändert.',
  ],
  [
    'This file contains something that cannot be added. Nothing was changed.',
    'Diese Datei enthält etwas, das sich nicht übernehmen lässt. Nichts wurde geändert.',
  ],
  [
    'The times in this file are wrong, so it cannot be added. Nothing was changed.',
    'Die Zeiten in dieser Datei sind falsch, darum lässt sie sich nicht übernehmen. Nichts wurde geändert.',
  ],
  [
    'Creating or reading a copy was interrupted. Your data is unchanged.',
    'Das Anlegen oder Lesen einer Kopie wurde abgebrochen. Deine Daten sind, wie sie waren.',
  ],
  [
    'The database file is no longer where Tokentab stored it. Nothing was changed.',
    'Die Datei der Datenbank liegt nicht mehr dort, wo Tokentab sie gespeichert hat. Nichts wurde geändert.',
  ],
  [
    'This database was written by a newer Tokentab. Nothing was changed. Reload the page to get the newer version.',
    'Diese Datenbank stammt von einem neueren Tokentab. Nichts wurde geändert. Lade die Seite neu, um die neuere Version zu bekommen.',
  ],
  ['Migration {} ends its own transaction.', 'Migration {} beendet ihre eigene Transaktion.'],
  [
    'This browser or window has no private file storage, so nothing can be saved here. The usual reason is a private window.',
    'Dieser Browser oder dieses Fenster bietet keinen eigenen Dateispeicher, darum lässt sich hier nichts sichern. Meist liegt es an einem privaten Fenster.',
  ],
  [
    'Something else is using Tokentab’s storage. Your data is untouched. Close other windows of this site and reload.',
    'Etwas anderes hält den Speicher von Tokentab. Deine Daten sind unberührt. Schließe andere Fenster dieser Website und lade neu.',
  ],
  [
    'The disk or this site’s storage quota is full. Nothing was changed.',
    'Die Platte ist voll oder der Speicherplatz dieser Website aufgebraucht. Nichts wurde geändert.',
  ],
  ['No kind of events has the number {}.', 'Keine Art von Einträgen hat die Nummer {}.'],
  ['The database is closed.', 'Die Datenbank ist geschlossen.'],
  [
    'Choose another project to merge this one into.',
    'Wähle ein anderes Projekt, mit dem dieses zusammengeführt wird.',
  ],
  [
    '“{}” is archived. Unarchive it before you pin it.',
    '„{}“ ist archiviert. Hole es aus dem Archiv, bevor du es anheftest.',
  ],
  [
    'A project is listed twice. List each pinned project once.',
    'Ein Projekt ist zweimal genannt. Nenne jedes angeheftete Projekt einmal.',
  ],
  [
    'One of these projects is not pinned. Pin it first, or leave it out.',
    'Eines dieser Projekte ist nicht angeheftet. Hefte es erst an, oder lass es weg.',
  ],
  [
    'There is no such project. It may have been removed in the meantime.',
    'Dieses Projekt gibt es nicht. Vielleicht wurde es inzwischen entfernt.',
  ],
  [
    'There is no such {said}. It may have been removed in the meantime.',
    'Das gibt es nicht: {}. Vielleicht wurde es inzwischen entfernt.',
  ],
  ['deleted project', 'gelöschtes Projekt'],
  ['event', 'Eintrag'],
  ['import', 'Import'],
  [
    'The browser could not write. The disk or this site’s storage quota is probably full. Nothing from this step was saved; everything saved before is safe. Free some space and try again.',
    'Der Browser konnte nicht schreiben. Wahrscheinlich ist die Platte voll oder der Speicherplatz dieser Website aufgebraucht. Von diesem Schritt wurde nichts gespeichert; alles vorher Gespeicherte ist sicher. Schaffe Platz und versuche es noch einmal.',
  ],
  [
    'The database file is damaged. Nothing more is written to it. Export it, if you can, before you do anything else.',
    'Die Datenbankdatei ist beschädigt. Es wird nichts mehr in sie geschrieben. Exportiere sie, wenn es geht, bevor du etwas anderes tust.',
  ],
  [
    'Something else is using the database. Nothing was changed. Try again in a moment.',
    'Etwas anderes benutzt gerade die Datenbank. Nichts wurde geändert; versuche es gleich noch einmal.',
  ],
  [
    'Something went wrong inside Tokentab. Your data is as it was before this step.',
    'In Tokentab ist etwas schiefgegangen. Deine Daten sind, wie sie vor diesem Schritt waren.',
  ],
  ['Something went wrong inside Tokentab.', 'In Tokentab ist etwas schiefgegangen.'],
  [
    'Something went wrong inside Tokentab, and it must be reloaded. What was saved before is safe.',
    'In Tokentab ist etwas schiefgegangen, und es muss neu geladen werden. Was vorher gespeichert war, ist sicher.',
  ],
  [
    'Only events that were entered by hand can be changed or deleted.',
    'Nur Einträge, die von Hand erfasst wurden, lassen sich ändern oder löschen.',
  ],
  [
    'The time of a usage event must be between 2020-01-01 and the day after tomorrow.',
    'Die Zeit eines Eintrags muss zwischen dem 1. Januar 2020 und übermorgen liegen.',
  ],
  ['These values cannot be stored.', 'Diese Werte lassen sich nicht speichern.'],
  [
    'A message from the database worker could not be read.',
    'Eine Nachricht des Datenbank-Workers ließ sich nicht lesen.',
  ],
  [
    'Tokentab’s database worker stopped. What was stored is safe. Please reload the page.',
    'Der Datenbank-Worker von Tokentab wurde beendet. Was gespeichert war, ist sicher. Bitte lade die Seite neu.',
  ],
  [
    'The browser ended the worker that held your unsaved data, so that data is lost. Please reload the page.',
    'Der Browser hat den Worker mit deinen nicht gespeicherten Daten beendet; sie sind verloren. Bitte lade die Seite neu.',
  ],
  ['The connection to the database was closed.', 'Die Verbindung zur Datenbank wurde geschlossen.'],
  [
    'The database did not answer in time. Please try again.',
    'Die Datenbank hat nicht rechtzeitig geantwortet. Bitte versuche es noch einmal.',
  ],
  [
    'The database could not be opened in time. Another Tokentab tab may be using it: close the others and reload.',
    'Die Datenbank ließ sich nicht rechtzeitig öffnen. Vielleicht hält sie ein anderer Tab von Tokentab: Schließe die anderen und lade neu.',
  ],
  ['There is no read “{}”.', 'Es gibt keine Leseabfrage „{}“.'],
  [
    'This page can’t restrict Tokentab’s calls to one address yet. Reload the page once, then try again.',
    'Diese Seite kann Tokentabs Aufrufe noch nicht auf eine Adresse beschränken. Lade sie einmal neu und versuche es dann noch einmal.',
  ],
  ["Give a month as 'YYYY-MM'.", 'Gib einen Monat als „JJJJ-MM“ an.'],
  [
    "Give the scope as 'all', 'client' or 'project'.",
    'Gib den Bereich als „all“, „client“ oder „project“ an.',
  ],
  ['Give whose budget it is.', 'Gib an, wessen Budget es ist.'],
  ["Give the unit as 'tokens' or 'money'.", 'Gib die Einheit als „tokens“ oder „money“ an.'],
  ['Give an amount above 0.', 'Gib einen Betrag über 0 an.'],
  ['Give thresholds of 1 to 1,000 percent.', 'Gib Schwellen von 1 bis 1.000 Prozent an.'],
  ['Give at most ten thresholds.', 'Gib höchstens zehn Schwellen an.'],
  ['Give the first and the last day.', 'Gib den ersten und den letzten Tag an.'],
  ['Give a source.', 'Gib eine Quelle an.'],
  ['Give the usage that the decision is about.', 'Gib die Nutzung an, um die es geht.'],
  ['Give a decision.', 'Gib eine Entscheidung an.'],
  ['Give a budget.', 'Gib ein Budget an.'],
  ['What was just added is missing.', 'Was gerade hinzugefügt wurde, fehlt.'],
  ['{} does not have as many rows as {}.', '{} hat nicht so viele Zeilen wie {}.'],
];

import { counted } from '../counted';
import type { Texts } from '../texts';

export const team: Texts['team'] = {
  title: 'Team',
  lead: 'Ein Team sieht, was seine Mitglieder verbrauchen, nach Projekt und Kunde. Du wählst, welche deiner Projekte dabei sind. Nur ihre Tagessummen verlassen diesen Browser, verschlüsselt: keine Sitzungen, Ordner, Uhrzeiten oder Prompts.',
  open: 'Team-Einstellungen',
  failed: 'Das Team war nicht zu erreichen.',
  database: (team) => `Team ${team}`,

  banner: (team) => `Das haben die Mitglieder von ${team} veröffentlicht. Hier lässt es sich nur lesen.`,
  back: 'Zurück zu meinem Verbrauch',
  view: (team) => `Verbrauch von ${team}`,
  viewShort: 'Verbrauch des Teams öffnen',
  noImport:
    'In den Verbrauch eines Teams wird nichts importiert. Geh zu deinem eigenen zurück, um Logs zu importieren.',
  noDocuments:
    'Dokumente werden für deine eigenen Projekte ausgelesen. Geh zu deinem eigenen Verbrauch zurück, um sie einem hinzuzufügen.',
  membersTitle: 'Mitglieder',
  words: {
    memberName: 'Mitglied',
    inMember: 'Mitglied',
    byMember: 'Nach Mitglied',
    allMembers: 'Alle Mitglieder',
    members: (range) => `Mitglieder, ${range}`,
    month: {
      events: 'Tagessummen',
      eventsShort: 'Tagessummen',
    },
    shell: {
      dropToImport: 'Hier wird nichts importiert',
      dropToImportHint:
        'Das ist der Verbrauch eines Teams. Geh zu deinem eigenen zurück, um Logs zu importieren.',
    },
    prices: {
      lead: 'Jeder Betrag folgt aus den Preisen des Mitglieds, das ihn veröffentlicht hat. Hier wählst du nur die Währung, in der Kosten angezeigt werden.',
    },
    copies: {
      text: 'Zwei Mitglieder haben Verbrauch derselben Modelle an denselben Tagen veröffentlicht, mindestens eines von ihnen aus dem Export eines Anbieters, aus einem Gateway oder einem Trace. Genau gleiche Zeilen zählen nur einmal. Was hier aufgeführt ist, unterscheidet sich, kann aber von denselben Aufrufen stammen. In diesem Fall bitte eines der beiden, die Verknüpfung zu lösen oder diesen Verbrauch wegzulassen.',
    },
  },

  noServerTitle: 'Diese Website hat noch keinen Server',
  noServer:
    'Ein Team trifft sich auf einem NATS-Server dieser Website. Wer sie betreibt, richtet ihn in zehn Minuten ein; wie, steht im Quelltext von Tokentab in docs/team.md.',
  again: 'Noch einmal versuchen',

  setUpTitle: 'Einem Team beitreten oder eines gründen',
  setUpText:
    'Den Kurznamen erfährst du vom Inhaber des Teams. Ein Browserprofil gehört zu höchstens einem Team; nimm für ein zweites ein anderes Profil.',
  shortName: 'Kurzname des Teams',
  shortNameHint: 'Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel acme.',
  yourName: 'Dein Name',
  yourNameHint: 'So sieht dich das Team.',
  join: 'Team beitreten',
  start: 'Neues Team gründen',

  waitingTitle: (team) => `Noch nicht in ${team} aufgenommen`,
  waiting:
    'Schick diese Zeile an den Inhaber des Teams. Sie ist nicht geheim. Sobald du aufgenommen bist, geht es auf dieser Seite automatisch weiter, solange sie offen ist.',
  line: 'Deine Zugangszeile',
  copyLine: 'Zeile kopieren',
  foundingTitle: (team) => `${team} auf dem Server einrichten`,
  founding:
    'Führe diese zwei Befehle dort aus, wo der Server läuft. Sie legen das Konto des Teams an und machen dich zu seinem ersten Inhaber.',
  command: 'Befehl für den Server',
  copyCommand: 'Befehl kopieren',
  foundingDone: 'Erledigt, weiter',
  refusedYet: 'Der Server kennt dich noch nicht.',

  roles: { owner: 'Inhaber', lead: 'Leitung', member: 'Mitglied' },
  roleTexts: {
    owner: 'Du liest alles und verwaltest das Team.',
    lead: 'Du liest die Projekte, die dir der Inhaber gegeben hat.',
    member: 'Du veröffentlichst, was du verknüpfst. Nur Inhaber und Leitung lesen es.',
  },
  states: {
    working: 'Wird mit dem Server verglichen …',
    nothing: 'Nichts ist veröffentlicht. Verknüpfe ein Projekt, um anzufangen.',
    published: (when) => `Veröffentlicht. Zuletzt verglichen: ${when}.`,
    read: (when) => `Auf dem neuesten Stand. Zuletzt gelesen: ${when}.`,
    waiting: 'Noch nicht verglichen.',
    gone: 'Der Server antwortet nicht. Nichts ist verloren; Tokentab versucht es alle fünf Minuten wieder.',
    full: 'Der Server hat keinen Platz mehr. Nichts ist verloren; Tokentab versucht es alle fünf Minuten wieder.',
    refused:
      'Der Server weist dich ab. Vielleicht hat dich der Inhaber entfernt, oder der Server hat seine Konfiguration verloren. Frag den Inhaber.',
    reading: (left) => `Wird gelesen. Noch ${left} Nachrichten.`,
    unreadable: (count) =>
      `${counted(count, 'Monat ist', 'Monate sind')} nicht lesbar: beschädigt, oder verschlüsselt, bevor du lesen durftest.`,
    otherDevice: (project) =>
      `Auch ein anderer Browser von dir veröffentlicht ${project}. Haben beide denselben Verbrauch, zählt er doppelt: Löse die Verknüpfung in einem davon.`,
  },
  compare: 'Jetzt vergleichen',

  linkTitle: 'Deine Projekte',
  linkText:
    'Nichts verlässt diesen Browser, bevor du ein Projekt verknüpfst. Löst du die Verknüpfung, wird das Veröffentlichte zurückgenommen.',
  ownProject: 'Dein Projekt',
  teamProject: 'Projekt des Teams',
  notLinked: 'Nicht verknüpft',
  linkOf: (project) => `Projekt des Teams für ${project}`,
  noTeamProjects: 'Das Team hat noch keine Projekte. Sein Inhaber legt sie an.',
  addProjectsFirst: 'Das Team hat noch keine Projekte. Leg sie unten an.',
  noOwnProjects: 'Du hast noch keine Projekte.',
  previewTitle: (project) => `${project} veröffentlichen?`,
  previewText: (rows, months) =>
    `Das ist alles, was diesen Browser verlässt: ${counted(rows, 'Zeile', 'Zeilen')} in ${counted(months, 'Monat', 'Monaten')}. Neue Tage werden automatisch veröffentlicht.`,
  previewNothing: 'Dieses Projekt hat noch keinen Verbrauch. Neue Tage werden automatisch veröffentlicht.',
  previewReaders: (names) => `Lesen können es: ${names}.`,
  previewMarks:
    'Zeilen aus dem Export eines Anbieters, einem Gateway oder einem Trace tragen außerdem ein Kennzeichen, damit sie nur einmal zählen, wenn ein anderes Mitglied dieselben veröffentlicht.',
  previewTable: 'Was veröffentlicht wird',
  previewMore: (count) => `und ${count} weitere`,
  day: 'Tag',
  source: 'Quelle',
  model: 'Modell',
  type: 'Art',
  tokens: 'Token',
  cost: 'Kosten',
  link: 'Verknüpfen und veröffentlichen',
  linked: (project) => `${project} wird veröffentlicht.`,
  unlinked: (project) =>
    `${project} wird nicht mehr veröffentlicht. Das Veröffentlichte wurde zurückgenommen.`,
  linkFailed: 'Die Verknüpfung ließ sich nicht ändern.',

  membersText:
    'Jedes Mitglied braucht eine Zeile in der Konfiguration des Servers: Kopiere seinen Befehl, führe ihn dort aus, wo der Server läuft, und lade ihn dann neu.',
  addMember: 'Mitglied hinzufügen',
  changeMember: (name) => `${name} bearbeiten`,
  memberName: 'Name',
  accessLine: 'Zugangszeile',
  accessLineHint: 'Die Zeile, die Tokentab dem Mitglied zeigt. Sie beginnt mit U.',
  accessLineInvalid: 'Das ist keine Zugangszeile. Kopiere sie ganz, von U bis zum Ende.',
  shortNameWrong: 'Beginne mit einem Buchstaben. Nimm nur Kleinbuchstaben, Ziffern und Bindestriche.',
  onlyOwn: 'Im Team geht es um deinen eigenen Verbrauch. Verlasse zuerst die Beispieldaten.',
  notInTeam: (team) =>
    `Dieser Browser ist nicht mehr im Team ${team}. Hier steht, was er vorher gelesen hat.`,
  nameRequired: 'Gib einen Namen ein.',
  alreadyThere: 'Dieses Mitglied ist schon im Team.',
  role: 'Rolle',
  reads: 'Liest',
  readsRequired: 'Wähle mindestens ein Projekt.',
  readsAll: 'alles',
  readsNothing: 'nichts',
  you: 'du',
  hasLeft: 'entfernt',
  leftOut: 'weggelassen',
  save: 'Speichern',
  cancel: 'Abbrechen',
  removeMember: 'Aus dem Team entfernen',
  removeText:
    'Was dieses Mitglied veröffentlicht hat, bleibt. Neue Monate werden mit neuen Schlüsseln verschlüsselt, die es nicht bekommt.',
  isRemoved: 'Aus dem Team entfernt',
  leaveOutMember: 'Was dieses Mitglied veröffentlicht hat, weglassen',
  leaveOutText:
    'Für jemanden, der noch einmal beigetreten ist, etwa mit einem neuen Browser: Was er früher veröffentlicht hat und nun wieder veröffentlicht, zählt dann nur einmal.',
  savedMember: 'Gespeichert. Führe jetzt den Befehl dieses Mitglieds dort aus, wo der Server läuft.',
  saved: 'Das Team wurde geändert.',
  saveFailed: 'Das Team ließ sich nicht ändern.',
  lastOwner: 'Ein Team braucht einen Inhaber.',

  projectsTitle: 'Projekte des Teams',
  addProject: 'Projekt hinzufügen',
  changeProject: (name) => `${name} bearbeiten`,
  projectName: 'Name',
  client: 'Kunde',
  archived: 'Archiviert',
  isArchived: 'Archiviert: Mitglieder können es nicht mehr verknüpfen',

  leave: 'Team verlassen …',
  leaveText:
    'Was du aus diesem Browser veröffentlicht hast, wird zurückgenommen. Das Team, und was du von ihm gelesen hast, wird hier vergessen.',
  leaveKeepText:
    'Der Server antwortet nicht, darum lässt sich das Veröffentlichte jetzt nicht zurücknehmen. Das Team trotzdem verlassen?',
  leaveNow: 'Verlassen',
  leaveAnyway: 'Verlassen, ohne zurückzunehmen',
  left: 'Du hast das Team verlassen.',
};
